package io.zizhu.central.fleet;

import io.zizhu.central.day.DayBooks;
import io.zizhu.central.day.DaySheet;
import io.zizhu.central.day.Finding;
import io.zizhu.central.day.Findings;
import io.zizhu.central.day.Line;
import io.zizhu.central.fleet.Fleet.Technician;
import io.zizhu.central.ingest.Trail;
import io.zizhu.central.registry.Sites;
import io.zizhu.central.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The books over the centre's rooms; only translates. */
public final class CentreBooks implements Books {
    private final Store store;
    private final Sites sites;
    private final DayBooks books;
    private final Findings findings;
    private final Clock clock;

    public CentreBooks(Store store, Clock clock) {
        this.store = store;
        this.sites = new Sites(store);
        this.books = new DayBooks(store, clock);
        this.findings = new Findings(store, clock);
        this.clock = clock;
    }

    @Override
    public List<Site> sites() {
        return sites.all().entrySet().stream()
                .map(each -> new Site(each.getKey(), each.getValue()))
                .toList();
    }

    @Override
    public boolean assign(Technician by, String terminal, String site) {
        return store.keep(sql -> {
            boolean done = Sites.assign(sql, terminal, site);
            if (done) {
                var facts = Map.of("by", by.name(), "terminal", terminal, "site", site.strip());
                Trail.write(sql, clock.instant(), "site-assigned", facts);
            }
            return done;
        });
    }

    @Override
    public LocalDate today() {
        return books.today();
    }

    @Override
    public Optional<Day> day(String site, LocalDate day) {
        return Optional.ofNullable(sites.all().get(site)).map(terminals -> {
            List<TerminalDay> days = terminals.stream()
                    .map(each -> new TerminalDay(
                            each,
                            heard(each),
                            books.reckon(each, day).stream()
                                    .map(CentreBooks::line)
                                    .toList()))
                    .toList();
            List<DayLine> lines =
                    days.stream().flatMap(each -> each.lines().stream()).toList();
            return new Day(
                    site,
                    day,
                    days,
                    (int) lines.stream().filter(DayLine::exception).count(),
                    lines.stream()
                            .filter(each -> !each.receipt().isEmpty())
                            .mapToLong(DayLine::fen)
                            .sum());
        });
    }

    @Override
    public Optional<byte[]> sheet(String site, LocalDate day) {
        return Optional.ofNullable(sites.all().get(site)).map(terminals -> {
            var lines = new ArrayList<Line>();
            var found = new ArrayList<Finding>();
            for (String terminal : terminals) {
                lines.addAll(books.reckon(terminal, day));
                found.addAll(findings.of(terminal, day));
            }
            return DaySheet.of(site, lines, found);
        });
    }

    @Override
    public List<ExceptionLine> exceptions(boolean waiting) {
        return findings.all(waiting).stream().map(CentreBooks::line).toList();
    }

    @Override
    public Settled take(Technician by, long exception) {
        return settled(findings.take(by.name(), exception));
    }

    @Override
    public Settled settle(Technician by, long exception, String remark) {
        return settled(findings.settle(by.name(), exception, remark));
    }

    @Override
    public Settled agree(Technician by, long exception) {
        return settled(findings.agree(by.name(), exception));
    }

    private Optional<Instant> heard(String terminal) {
        return store.keep(sql -> sql.one(
                "SELECT MAX(at) FROM row WHERE terminal = ? HAVING MAX(at) IS NOT NULL",
                row -> Instant.ofEpochMilli(row.getLong(1)),
                terminal));
    }

    private static Settled settled(Findings.Acted acted) {
        return switch (acted) {
            case Findings.Acted.Done() -> new Settled.Done();
            case Findings.Acted.NotSupervisor() -> new Settled.NotSupervisor();
            case Findings.Acted.Refused(String why) -> new Settled.Refused(why);
        };
    }

    private static DayLine line(Line line) {
        return new DayLine(
                line.ref(),
                line.way(),
                line.at(),
                line.fen(),
                line.receipt(),
                line.office(),
                line.order(),
                line.verdict().name(),
                line.verdict().words(),
                line.verdict().exception(),
                line.remark());
    }

    private static ExceptionLine line(Finding finding) {
        return new ExceptionLine(
                finding.id(),
                finding.terminal(),
                finding.site(),
                finding.day(),
                finding.ref(),
                finding.verdict().name(),
                finding.verdict().words(),
                finding.fen(),
                finding.detail(),
                finding.found(),
                finding.state().name(),
                finding.two(),
                finding.taker(),
                finding.remark(),
                finding.second());
    }
}
