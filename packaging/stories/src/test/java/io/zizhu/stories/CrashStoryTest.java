package io.zizhu.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The plug is pulled while the pad has the money and nobody has written it down: never silence, and the staff read why.
 * Every other place, and what else a pad does, is for io.zizhu.crash.
 */
@Tag("browser")
class CrashStoryTest {
    private static Training house;
    private static Browser browser;

    @BeforeAll
    static void open() {
        house = Training.start("crash");
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
        house.close();
    }

    /** States of the pad's own books, oldest first. */
    private static List<String> books() {
        List<String> states = new ArrayList<>();
        BenchClient bench = house.bench();
        for (int i = 1; i <= bench.count("pay-pad"); i++) {
            Matcher state = Pattern.compile("\"state\":\\s*\"(\\w+)\"")
                    .matcher(new String(bench.out("pay-pad", i), java.nio.charset.StandardCharsets.UTF_8));
            states.add(state.find() ? state.group(1) : "unreadable");
        }
        return states;
    }

    @ParameterizedTest
    @ValueSource(strings = {"keep", "wiped"})
    void killed_between_authorisation_and_outcome_the_sum_is_right_or_staff_are_told(String then) throws Exception {
        BenchClient bench = house.bench();
        int charges = books().size();
        Walks.renewal(new Citizen(browser.page(1080, 1920), house.citizen()), bench, "p02");
        bench.act("pay-pad", "hold", "{\"then\":\"" + then + "\"}");
        bench.actSoon("pay-pad", "tap");
        Facts.await("the pad to book it", () -> books().size() == charges + 1);

        house.killTerminal();
        bench.goes();
        house.startTerminal();
        new Citizen(browser.page(1080, 1920), house.citizen()).at("idle"); // greeted only after all was settled
        String listed = listedForStaff();
        house.stopTerminal();

        JournalFile journal = new JournalFile(house.data().resolve("terminal/journal.db"));
        assertEquals(charges + 1, books().size(), "charged twice");
        assertTrue(journal.settled(), "left open: " + journal.rows("charge"));
        boolean standing = books().getLast().equals("standing");
        List<String> doubts = journal.doubts();
        assertTrue(!standing || !doubts.isEmpty(), "money stands at the pad and nobody was told: " + books());
        if (then.equals("wiped")) {
            assertTrue(listed.contains("payment: "), "the staff's list does not say why: " + listed);
        } else {
            assertEquals(List.of(), doubts);
            assertFalse(journal.rows("withdraw").isEmpty(), "the case was not withdrawn");
        }
        house.startTerminal();
    }

    /** What the staff read once they are in. */
    private static String listedForStaff() {
        Citizen staff = new Citizen(browser.page(1280, 900), house.staff());
        return staff.at("staff-pin").enters("1001", "246810").at("staff").text();
    }
}
