package io.zizhu.central.fleet;

import io.zizhu.central.backoffice.CheckDesk;
import io.zizhu.central.backoffice.OfficerCases;
import io.zizhu.central.ingest.Alarms;
import io.zizhu.central.ingest.Chains;
import io.zizhu.central.ingest.Presences;
import io.zizhu.central.ingest.Visits;
import io.zizhu.central.registry.Supervisors;
import io.zizhu.central.registry.Technicians;
import io.zizhu.central.registry.Terminals;
import io.zizhu.central.rollout.Drafts;
import io.zizhu.central.rollout.ItemFiles;
import io.zizhu.central.rollout.Privacy;
import io.zizhu.central.rollout.Rollouts;
import io.zizhu.central.rollout.Sections;
import io.zizhu.central.rollout.Welcome;
import io.zizhu.central.store.Store;
import io.zizhu.wire.bundle.Pointer;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.report.Presence;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The façade over the centre's rooms; only translates, decides nothing. */
public final class CentreFleet implements Fleet {
    private static final Logger LOG = LoggerFactory.getLogger(CentreFleet.class);

    private final Rooms rooms;

    public CentreFleet(Rooms rooms) {
        this.rooms = rooms;
    }

    /**
     * The rooms this façade stands before.
     *
     * @param showOut ends a terminal's connection after its revocation
     * @param lineStands whether the centre hears its own broker
     */
    public record Rooms(
            Store store,
            Technicians technicians,
            Terminals terminals,
            Presences presences,
            Visits visits,
            Chains chains,
            Alarms alarms,
            Sections sections,
            Drafts drafts,
            Rollouts rollouts,
            CheckDesk checkDesk,
            OfficerCases officerCases,
            Books books,
            Archive archive,
            Consumer<String> showOut,
            BooleanSupplier lineStands) {}

    @Override
    public Optional<Technician> login(String name, char[] password) {
        return rooms.technicians.login(name, password).map(known -> new Technician(known.name()));
    }

    @Override
    public boolean supervises(Technician who) {
        return rooms.store.keep(sql -> Supervisors.is(sql, who.name()));
    }

    @Override
    public List<TerminalLine> terminals() {
        return rooms.terminals.all().stream().map(this::line).toList();
    }

    @Override
    public Optional<TerminalPage> terminal(String id) {
        return rooms.terminals.find(id).map(this::page);
    }

    @Override
    public String newJoinCode() {
        return rooms.terminals.newCode();
    }

    @Override
    public boolean revoke(Technician by, String terminal) {
        boolean done = rooms.terminals.revoke(terminal);
        if (done) {
            LOG.info("{} revoked terminal {}", by.name(), terminal);
            rooms.showOut.accept(terminal);
        }
        return done;
    }

    @Override
    public boolean journalAnew(Technician by, String terminal) {
        Optional<Integer> epoch = rooms.chains.anew(terminal);
        epoch.ifPresent(number -> LOG.info("{} has journal {} of {} sent anew", by.name(), number, terminal));
        return epoch.isPresent();
    }

    @Override
    public List<SectionText> sections() {
        return rooms.sections.all().stream()
                .map(standing -> new SectionText(
                        standing.section().name(),
                        standing.section().schema(),
                        standing.version(),
                        standing.section().bytes().utf8()))
                .toList();
    }

    @Override
    public WelcomeLine welcome() {
        return rooms.sections
                .find(Welcome.NAME)
                .map(standing ->
                        Welcome.FORM.open(standing.section().bytes().bytes()).orThrow())
                .map(welcome -> new WelcomeLine(welcome.zh(), welcome.en()))
                .orElse(new WelcomeLine("", ""));
    }

    @Override
    public long keepHours() {
        return rooms.sections
                .find(Privacy.NAME)
                .map(standing ->
                        Privacy.FORM.open(standing.section().bytes().bytes()).orThrow())
                .orElse(Privacy.USUAL)
                .keepHours();
    }

    @Override
    public List<ItemLine> items() {
        return rooms.sections.catalogue().items().stream()
                .map(item -> new ItemLine(
                        item.code(),
                        item.version(),
                        item.name().zh(),
                        item.name().en(),
                        item.feeFen()))
                .toList();
    }

    @Override
    public Outcome draft(Technician by, String section, String json) {
        return outcome(rooms.drafts.write(by.name(), section, json.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Outcome draftWelcome(Technician by, String zh, String en) {
        return draft(by, Welcome.NAME, Welcome.FORM.text(new Welcome(zh, en)));
    }

    @Override
    public Outcome draftKeepHours(Technician by, long hours) {
        return draft(by, Privacy.NAME, Privacy.FORM.text(new Privacy(hours)));
    }

    @Override
    public Outcome draftFee(Technician by, String item, long fen) {
        return switch (rooms.sections.catalogue().fee(item, fen)) {
            case ItemFiles.Edited.Done(ItemFiles files) -> draft(by, ItemFiles.NAME, ItemFiles.FORM.text(files));
            case ItemFiles.Edited.Refused(String why) -> new Outcome.Refused(why);
        };
    }

    @Override
    public List<DraftLine> drafts() {
        return rooms.drafts.all().stream()
                .map(draft -> new DraftLine(
                        draft.id(),
                        draft.section(),
                        draft.base(),
                        draft.author(),
                        draft.made(),
                        draft.state().name().toLowerCase(Locale.ROOT),
                        draft.decider(),
                        draft.bundle(),
                        draft.changes().stream()
                                .map(each -> new ChangeLine(each.where(), each.before(), each.after()))
                                .toList(),
                        draft.bytes().utf8()))
                .toList();
    }

    @Override
    public Outcome approve(Technician by, long draft) {
        return outcome(rooms.drafts.approve(by.name(), draft));
    }

    @Override
    public Outcome reject(Technician by, long draft) {
        return outcome(rooms.drafts.reject(by.name(), draft));
    }

    @Override
    public List<RolloutLine> rollouts() {
        return rooms.rollouts.all().stream()
                .map(rollout -> new RolloutLine(
                        rollout.version(),
                        rollout.digest().hex(),
                        rollout.made(),
                        rollout.ring().name().toLowerCase(Locale.ROOT),
                        rollout.first(),
                        reports(rooms.rollouts.said(rollout.version()))))
                .toList();
    }

    @Override
    public boolean widen(Technician by, long bundle) {
        boolean done = rooms.rollouts.widen(bundle);
        if (done) {
            LOG.info("{} sent bundle {} everywhere", by.name(), bundle);
        }
        return done;
    }

    @Override
    public List<OfficerCase> officerCases() {
        return rooms.officerCases.all().stream()
                .map(each -> new OfficerCase(each.number(), each.item(), each.terminal(), each.made()))
                .toList();
    }

    @Override
    public List<AlarmLine> alarms() {
        return rooms.alarms.all().stream()
                .map(alarm -> new AlarmLine(alarm.terminal(), alarm.kind(), alarm.detail(), alarm.at()))
                .toList();
    }

    @Override
    public Books books() {
        return rooms.books;
    }

    @Override
    public Archive archive() {
        return rooms.archive;
    }

    @Override
    public CertificateCheck check(String seal, String number, Map<String, String> shown) {
        return switch (rooms.checkDesk.check(seal, number, shown)) {
            case CheckDesk.Checked.Wrong(String where) -> new CertificateCheck.Wrong(where);
            case CheckDesk.Checked.Genuine genuine -> {
                var lines = new LinkedHashMap<String, String>();
                genuine.masked().forEach(fact -> lines.put(fact.name(), fact.value()));
                yield new CertificateCheck.Genuine(
                        genuine.number(),
                        genuine.issued(),
                        genuine.specimen(),
                        java.util.Collections.unmodifiableMap(lines));
            }
        };
    }

    @Override
    public Health health() {
        boolean alive = rooms.store.alive();
        List<TerminalLine> all = alive ? terminals() : List.of();
        return new Health(alive, rooms.lineStands.getAsBoolean(), all.size(), (int)
                all.stream().filter(TerminalLine::online).count());
    }

    private TerminalLine line(Terminals.Entry entry) {
        Presences.Live live = rooms.presences.of(entry.id());
        Optional<Presence.TerminalState> state = live.state();
        return new TerminalLine(
                entry.id(),
                live.online(),
                state.map(Presence.TerminalState::state).orElse("unknown"),
                state.map(Presence.TerminalState::bundle).orElse(0L),
                rooms.rollouts.pointer(entry.id()).map(Pointer::version).orElse(0L),
                state.map(Presence.TerminalState::software).orElse(""),
                live.heard(),
                entry.revoked(),
                (int) state.stream()
                        .flatMap(each -> each.devices().stream())
                        .filter(device -> !device.status().equals("online"))
                        .count());
    }

    private TerminalPage page(Terminals.Entry entry) {
        Presences.Live live = rooms.presences.of(entry.id());
        Optional<Presence.TerminalState> state = live.state();
        return new TerminalPage(
                line(entry),
                entry.joined(),
                entry.ends(),
                live.upTo(),
                state.map(Presence.TerminalState::outbox).orElse(0L),
                state.map(Presence.TerminalState::journalOk).orElse(false),
                rooms.chains.of(entry.id()).stream()
                        .map(chain -> new JournalLine(
                                chain.epoch(), chain.first(), chain.head().seq(), chain.since(), chain.heard()))
                        .toList(),
                state.stream()
                        .flatMap(each -> each.devices().stream())
                        .map(device -> new DeviceLine(
                                device.id(),
                                device.kind(),
                                device.status(),
                                device.media(),
                                device.since(),
                                device.fault()))
                        .toList(),
                state.stream()
                        .flatMap(each -> each.supplies().stream())
                        .map(supply -> new SupplyLine(supply.name(), supply.left()))
                        .toList(),
                rooms.visits.of(entry.id()).stream().map(CentreFleet::visit).toList(),
                reports(rooms.rollouts.said(entry.id())),
                alarms().stream()
                        .filter(alarm -> alarm.terminal().equals(entry.id()))
                        .toList());
    }

    private static VisitLine visit(Visits.Closed closed) {
        var open = new LinkedHashMap<String, String>();
        closed.open()
                .members()
                .forEach((name, value) -> open.put(
                        name,
                        switch (value) {
                            case Json.Text(String text) -> text;
                            default -> value.canonical();
                        }));
        return new VisitLine(closed.seq(), closed.at(), closed.kind(), open);
    }

    private static List<ReportLine> reports(List<Rollouts.Said> said) {
        return said.stream()
                .map(each -> new ReportLine(each.terminal(), each.version(), each.result(), each.reason(), each.at()))
                .toList();
    }

    private static Outcome outcome(Drafts.Outcome outcome) {
        return switch (outcome) {
            case Drafts.Outcome.Kept(long draft) -> new Outcome.Kept(draft);
            case Drafts.Outcome.Published(long bundle) -> new Outcome.Published(bundle);
            case Drafts.Outcome.Rejected(long draft) -> new Outcome.Rejected(draft);
            case Drafts.Outcome.Refused(String why) -> new Outcome.Refused(why);
        };
    }
}
