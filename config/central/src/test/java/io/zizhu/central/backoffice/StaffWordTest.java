package io.zizhu.central.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.central.OneTerminal;
import io.zizhu.central.TestClock;
import io.zizhu.central.backoffice.pay.Orders;
import io.zizhu.central.backoffice.pay.TrainingAcquirer;
import io.zizhu.central.day.DayBooks;
import io.zizhu.central.day.Finding;
import io.zizhu.central.day.Findings;
import io.zizhu.central.ingest.Alarms;
import io.zizhu.central.ingest.Chains;
import io.zizhu.central.store.Store;
import io.zizhu.wire.ask.Answer;
import io.zizhu.wire.ask.Question.Outcome;
import io.zizhu.wire.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case in doubt goes on by the word of the station's staff, which comes as a row like any other. */
class StaffWordTest {
    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private OneTerminal terminal;
    private Store store;
    private Confirmations confirmations;

    @BeforeEach
    void open() {
        terminal = new OneTerminal(folder, clock);
        store = terminal.store();
        var acquirer = new TrainingAcquirer(store, clock, () -> "https://centre.example/pay");
        confirmations = new Confirmations(store, new Orders(store, acquirer, clock), clock);
    }

    @AfterEach
    void close() {
        terminal.close();
    }

    @ParameterizedTest
    @CsvSource({
        "payment, PROVISIONAL, charged, TAKEN",
        "payment, PROVISIONAL, not-charged, WITHDRAWN",
        "payment, PROVISIONAL, given-back, WITHDRAWN",
        "payment, PROVISIONAL, passed-on, OFFICER",
        "payment, PROVISIONAL, a later word, INQUIRY",
        "certificate, DONE, handed-over, DONE",
        "certificate, DONE, void, WITHDRAWN"
    })
    void a_case_in_doubt_goes_where_staff_found_it_belongs(String kind, String before, String found, String after) {
        file("C1", before);
        long doubt = doubt("C1", kind);
        confirmations.heard("t1", "C1", new Outcome.InDoubt(kind));
        assertEquals("INQUIRY", state("C1"));
        settle(doubt, found);
        terminal.send();
        assertEquals(after, state("C1"));
        int steps = steps("C1");
        new Chains(store, clock).anew("t1");
        terminal.send();
        terminal.send();
        confirmations.heard("t1", "C1", new Outcome.InDoubt(kind));
        assertEquals(after, state("C1"), "sent anew, and told of the doubt too late");
        assertEquals(steps, steps("C1"));
        assertEquals(
                List.of(),
                new Alarms(store)
                        .all().stream()
                                .filter(each -> each.kind().equals("money"))
                                .toList());
    }

    @Test
    void money_that_staff_vouch_for_fits_the_books_and_its_exception_is_settled_by_their_badges() {
        file("C1", "INQUIRY");
        long charge = terminal.row(
                "charge",
                "v",
                Json.Obj.EMPTY
                        .with("_is", "intent")
                        .with("case", "C1")
                        .with("way", "card")
                        .with("amount", "2000"));
        long doubt = doubt("C1", "payment");
        terminal.row("charge", "v", Json.Obj.EMPTY.with("_of", charge).with("result", "unknown"));
        terminal.send();
        clock.pass(Duration.ofMinutes(20));
        var books = new DayBooks(store, clock);
        assertEquals(
                "UNSURE", books.reckon("t1", books.today()).getFirst().verdict().name());
        settle(doubt, "charged");
        terminal.send();
        var line = books.reckon("t1", books.today()).getFirst();
        assertEquals("MATCHED", line.verdict().name(), line.toString());
        assertEquals(2000, line.fen());
        Finding finding = new Findings(store, clock).of("t1", books.today()).getFirst();
        assertEquals(Finding.State.SETTLED, finding.state());
        assertEquals(
                List.of("1001", "2001", "seen on the pad's list"),
                List.of(finding.taker(), finding.second(), finding.remark()));

        assertEquals(new Answer.Done(), confirmations.heard("t1", "C1", paid()), "the pad told it after all");
        assertEquals(new Answer.Done(), confirmations.heard("t1", "C1", paid()));
        assertEquals("TAKEN", state("C1"));
        assertTrue(new Alarms(store).all().isEmpty());
    }

    @Test
    void a_word_that_does_not_fit_what_the_case_became_is_an_officers() {
        file("C1", "TAKEN");
        settle(doubt("C1", "payment"), "not-charged");
        terminal.send();
        assertEquals("OFFICER", state("C1"));
        assertTrue(new Alarms(store).all().getFirst().detail().contains("staff found not-charged"));
        file("C2", "OFFICER");
        settle(doubt("C2", "payment"), "charged");
        terminal.send();
        assertEquals("OFFICER", state("C2"), "what an officer has, the officer keeps");
        file("C3", "TAKEN");
        settle(doubt("C3", "withdrawal"), "passed-on");
        terminal.send();
        assertEquals("TAKEN", state("C3"));
        assertTrue(new OfficerCases(store)
                .all().stream().anyMatch(each -> each.number().equals("C3")));
    }

    private static Outcome.Paid paid() {
        return new Outcome.Paid("1", "2", "p", 2000, "CNY");
    }

    private long doubt(String number, String kind) {
        return terminal.row(
                "doubt",
                "v",
                Json.Obj.EMPTY
                        .with("_is", "intent")
                        .with("case", number)
                        .with("kind", kind)
                        .with("reason", "silent"));
    }

    private void settle(long doubt, String found) {
        terminal.row(
                "doubt",
                "",
                Json.Obj.EMPTY
                        .with("_of", doubt)
                        .with("settlement", found)
                        .with("badge", "1001")
                        .with("second", "2001")
                        .with("result", "seen on the pad's list"));
    }

    private void file(String number, String state) {
        store.run(sql -> sql.change(
                "INSERT INTO matter (number, terminal, case_key, item, asked, state, person, fee, request, answer, made_at) "
                        + "VALUES (?,'t1',?,'i','accept',?,'p',2000,x'',x'',?)",
                number,
                number,
                state,
                clock.instant()));
    }

    private String state(String number) {
        return store.keep(sql -> sql.one("SELECT state FROM matter WHERE number = ?", row -> row.getString(1), number))
                .orElseThrow();
    }

    private int steps(String number) {
        return store.keep(sql -> sql.one("SELECT COUNT(*) FROM step WHERE number = ?", row -> row.getInt(1), number))
                .orElseThrow();
    }
}
