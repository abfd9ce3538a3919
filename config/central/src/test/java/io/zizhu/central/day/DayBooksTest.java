package io.zizhu.central.day;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.central.OneTerminal;
import io.zizhu.central.TestClock;
import io.zizhu.central.day.Findings.Acted;
import io.zizhu.central.ingest.Chains;
import io.zizhu.central.registry.Sites;
import io.zizhu.central.registry.Supervisors;
import io.zizhu.central.store.Store;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The books over a real store: rows come in as a terminal sends them, late ones too. */
class DayBooksTest {
    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private OneTerminal terminal;
    private Store store;
    private DayBooks books;
    private Findings findings;
    private LocalDate day;

    @BeforeEach
    void open() {
        terminal = new OneTerminal(folder, clock);
        store = terminal.store();
        books = new DayBooks(store, clock);
        findings = new Findings(store, clock);
        day = books.today();
        store.run(sql -> {
            Supervisors.name(sql, "a");
            Supervisors.name(sql, "b");
        });
    }

    @AfterEach
    void close() {
        terminal.close();
    }

    @Test
    void a_line_is_matched_as_soon_as_the_late_confirmation_and_the_late_rows_are_there() {
        file("C1", "PROVISIONAL", null);
        long charge = row(
                "charge",
                Json.Obj.EMPTY
                        .with("_is", "intent")
                        .with("case", "C1")
                        .with("way", "card")
                        .with("amount", "2000"));
        send();
        clock.pass(Duration.ofMinutes(20));
        assertEquals(List.of(Verdict.UNSURE), verdicts());
        row(
                "confirm",
                Json.Obj.EMPTY
                        .with("_is", "intent")
                        .with("case", "C1")
                        .with("terminal", "p")
                        .with("receipt", "1")
                        .with("trace", "2"));
        row(
                "charge",
                Json.Obj.EMPTY.with("_of", charge).with("result", "approved").with("receipt", "1"));
        send();
        assertEquals(List.of(Verdict.NOT_CONFIRMED), verdicts());
        store.run(sql -> sql.change("UPDATE matter SET receipt = 'p/1/2', state = 'TAKEN'"));
        assertEquals(List.of(Verdict.MATCHED), verdicts());
        assertTrue(findings.all(true).isEmpty());
        assertEquals(
                List.of(Finding.State.GONE, Finding.State.GONE),
                findings.of("t1", day).stream().map(Finding::state).toList());
        store.run(sql -> sql.change("UPDATE matter SET receipt = NULL, state = 'PROVISIONAL'"));
        books.reckon("t1", day);
        assertEquals(Finding.State.OPEN, findings.all(true).getFirst().state(), "it came back");
    }

    @Test
    void rows_of_a_journal_sent_anew_count_once_and_another_day_has_its_own_cases() {
        paid("C1");
        send();
        new Chains(store, clock).anew("t1");
        paid("C2");
        send();
        assertEquals(List.of(Verdict.MATCHED, Verdict.MATCHED), verdicts());
        assertEquals(2000, books.reckon("t1", day).getFirst().fen());
        assertTrue(books.reckon("t1", day.minusDays(1)).isEmpty());
        assertTrue(books.reckon("t1", day.plusDays(1)).isEmpty());
    }

    @Test
    void what_waited_in_a_journal_that_was_replaced_is_an_exception_whether_the_centre_had_its_rows_or_not() {
        Json.Obj charge =
                Json.Obj.EMPTY.with("_is", "intent").with("way", "card").with("amount", "2000");
        row("charge", charge.with("case", "C1"));
        send();
        row("charge", charge.with("case", "C2")); // never sent
        terminal.setAside();
        Json.Obj doubt = Json.Obj.EMPTY.with("_is", "intent").with("file", "journal.db.set-aside");
        row("doubt", doubt.with("case", "C1").with("kind", "payment"));
        long second = row(
                "doubt",
                doubt.with("case", "C2")
                        .with("kind", "payment")
                        .with("way", "card")
                        .with("amount", "2000"));
        row("doubt", doubt.with("case", "journal.db.set-aside").with("kind", "journal"));
        row("doubt", doubt.with("case", "C3").with("kind", "certificate"));
        send();
        clock.pass(Duration.ofMinutes(20));
        assertEquals(List.of(Verdict.UNSURE, Verdict.UNSURE, Verdict.UNSURE), verdicts());
        assertEquals(
                List.of("C1", "C2", "journal.db.set-aside"),
                books.reckon("t1", day).stream().map(Line::ref).sorted().toList());
        assertEquals(3, findings.all(true).size());
        row(
                "doubt",
                Json.Obj.EMPTY
                        .with("_of", second)
                        .with("result", "on the pad's roll")
                        .with("settlement", "charged"));
        send();
        assertEquals(List.of(Verdict.UNSURE, Verdict.NO_CASE, Verdict.UNSURE), verdicts());
        assertEquals(2000, books.reckon("t1", day).get(1).fen(), "by what the doubt said of the charge");
    }

    @Test
    void money_is_written_off_by_two_people_and_every_act_is_a_row_of_the_centres_journal() {
        long id = exception();
        assertEquals(new Acted.NotSupervisor(), findings.take("tech-a", id));
        assertInstanceOf(Acted.Refused.class, findings.settle("a", id, "refunded by hand"), "take it first");
        assertEquals(new Acted.Done(), findings.take("a", id));
        assertInstanceOf(Acted.Refused.class, findings.settle("b", id, "refunded by hand"));
        assertInstanceOf(Acted.Refused.class, findings.settle("a", id, " "));
        assertInstanceOf(Acted.Refused.class, findings.settle("a", id, "paid back to 11010519491231002X"));
        assertInstanceOf(Acted.Refused.class, findings.agree("b", id));
        assertEquals(new Acted.Done(), findings.settle("a", id, "refunded by hand"));
        assertEquals(Finding.State.PROPOSED, findings.all(true).getFirst().state());
        assertInstanceOf(Acted.Refused.class, findings.agree("a", id), "never alone");
        assertEquals(new Acted.NotSupervisor(), findings.agree("tech-a", id));
        assertEquals(new Acted.Done(), findings.agree("b", id));
        assertInstanceOf(Acted.Refused.class, findings.take("a", id), "it is over");
        assertInstanceOf(Acted.Refused.class, findings.take("a", 99));
        books.reckon("t1", day);
        assertEquals(
                Finding.State.SETTLED, findings.of("t1", day).getFirst().state(), "reckoning again changes nothing");
        List<ChainRow> acts = store.keep(sql -> sql.all(
                "SELECT body FROM row WHERE terminal = 'centre' ORDER BY seq",
                row -> ChainRow.FORM.open(row.getBytes(1)).orThrow()));
        assertEquals(3, acts.size());
        assertInstanceOf(
                ChainHead.Walked.Whole.class, ChainHead.genesis("centre").walk(acts));
    }

    @Test
    void the_sheet_is_a_table_that_excel_reads_and_no_cell_is_a_formula() {
        long id = exception();
        store.run(sql -> Supervisors.name(sql, "=HYPERLINK(\"http://x\")"));
        findings.take("=HYPERLINK(\"http://x\")", id);
        byte[] csv = DaySheet.of("北站, \"东\"", books.reckon("t1", day), findings.of("t1", day));
        assertArrayEquals(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, java.util.Arrays.copyOf(csv, 3));
        List<String> lines = new String(csv, StandardCharsets.UTF_8).lines().toList();
        assertEquals(2, lines.size());
        assertTrue(lines.getFirst().startsWith("\uFEFF日期 day,网点 site,"));
        assertTrue(lines.getLast().startsWith(day + ",\"北站, \"\"东\"\"\",t1," + day + " "), lines.getLast());
        assertTrue(lines.getLast().contains(",C1,card,20.00,p/1/2,PROVISIONAL,,NOT_CONFIRMED,"), lines.getLast());
        assertTrue(lines.getLast().contains(",\"'=HYPERLINK(\"\"http://x\"\")\","), lines.getLast());
        assertEquals("-0.05", Csv.yuan(-5));
        String bad = new String(
                new Csv(List.of("a"))
                        .row(List.of("-1+2", "@x", "+1", "-20.00", "\t=1", "a\nb"))
                        .bytes(),
                StandardCharsets.UTF_8);
        assertEquals("\uFEFFa\r\n'-1+2,'@x,'+1,-20.00,'\t=1,\"a\nb\"\r\n", bad);
    }

    @Test
    void a_terminal_belongs_to_one_site_and_unassigned_ones_are_not_lost() {
        var sites = new Sites(store);
        assertEquals(Map.of("", List.of("t1")), sites.all());
        assertEquals(true, store.keep(sql -> Sites.assign(sql, "t1", " 北站 ")));
        assertEquals(false, store.keep(sql -> Sites.assign(sql, "nobody", "北站")));
        assertEquals(Map.of("北站", List.of("t1")), sites.all());
        exception();
        assertEquals("北站", findings.all(true).getFirst().site());
    }

    private long exception() {
        paid("C1");
        store.run(sql -> sql.change("UPDATE matter SET receipt = NULL, state = 'PROVISIONAL'"));
        send();
        assertEquals(List.of(Verdict.NOT_CONFIRMED), verdicts());
        return findings.all(true).getFirst().id();
    }

    /** A case that was charged, confirmed and told. */
    private void paid(String number) {
        file(number, "TAKEN", "p/1/2");
        long charge = row(
                "charge",
                Json.Obj.EMPTY
                        .with("_is", "intent")
                        .with("case", number)
                        .with("way", "card")
                        .with("amount", "2000"));
        row(
                "confirm",
                Json.Obj.EMPTY
                        .with("_is", "intent")
                        .with("case", number)
                        .with("terminal", "p")
                        .with("receipt", "1")
                        .with("trace", "2"));
        row(
                "charge",
                Json.Obj.EMPTY.with("_of", charge).with("result", "approved").with("receipt", "1"));
    }

    private void file(String number, String state, String receipt) {
        store.run(sql -> sql.change(
                "INSERT INTO matter (number, terminal, case_key, item, asked, state, person, fee, receipt, request, "
                        + "answer, made_at) VALUES (?,'t1',?,'i','accept',?,'p',2000,?,x'',x'',?)",
                number,
                number,
                state,
                receipt,
                clock.instant()));
    }

    private long row(String kind, Json.Obj open) {
        return terminal.row(kind, "v", open);
    }

    private void send() {
        terminal.send();
    }

    private List<Verdict> verdicts() {
        clock.pass(Duration.ofMinutes(20));
        return books.reckon("t1", day).stream().map(Line::verdict).toList();
    }
}
