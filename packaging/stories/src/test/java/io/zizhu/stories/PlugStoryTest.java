package io.zizhu.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every device of the bench loses its plug during a visit, one after the other, at the moment when it is needed: each visit
 * ends in a kind message or finished, the device comes back, and the terminal is still the same process.
 */
@Tag("browser")
class PlugStoryTest {
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([a-z0-9-]+)\"");

    private static Training house;
    private static Browser browser;

    private final BenchClient bench = house.bench();

    /** A visit that needs the device, up to the moment when it does. */
    private interface Way {
        Citizen go(Citizen citizen, BenchClient bench, Runnable pull);
    }

    /** In this order: a pad that is away for longer than it is asked leaves a doubt, and a doubt stops further payments. */
    private static final List<Map.Entry<String, Way>> WAYS = List.of(
            Map.entry("id-reader", PlugStoryTest::whileTheCardIsAwaited),
            Map.entry("face-camera", PlugStoryTest::beforeTheFaceIsLookedAt),
            Map.entry("certificate-printer", PlugStoryTest::beforeThePaper),
            Map.entry("receipt-printer", PlugStoryTest::beforeTheSlip),
            Map.entry("pay-pad", PlugStoryTest::whileThePadWaits));

    @BeforeAll
    static void open() {
        house = Training.start("plug");
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
        house.close();
    }

    private static Citizen inTheMiddleOfAnything(Citizen citizen, BenchClient bench, Runnable pull) {
        citizen.arrives().choose("no-criminal-record");
        citizen.at("guide").press("next").at("consent");
        pull.run();
        citizen.press("next").at("identify");
        bench.comes("p01");
        citizen.at("form").answer("purpose", "work").answer("area", "abroad").press("next");
        return citizen.at("check").press("next");
    }

    private static Citizen whileTheCardIsAwaited(Citizen citizen, BenchClient bench, Runnable pull) {
        citizen.arrives().choose("no-criminal-record");
        citizen.at("guide").press("next").at("consent").press("next").at("identify");
        pull.run();
        return citizen;
    }

    private static Citizen beforeTheFaceIsLookedAt(Citizen citizen, BenchClient bench, Runnable pull) {
        citizen.arrives().choose("no-criminal-record");
        citizen.at("guide").press("next").at("consent").press("next").at("identify");
        pull.run();
        bench.act("id-reader", "present", "{\"person\":\"p01\"}");
        return citizen;
    }

    private static Citizen whileThePadWaits(Citizen citizen, BenchClient bench, Runnable pull) {
        Walks.renewal(citizen, bench, "p07");
        Facts.await("the pad waits for a card", () -> bench.get("/devices").contains("deviceBusy"));
        pull.run();
        return citizen;
    }

    private static Citizen beforeThePaper(Citizen citizen, BenchClient bench, Runnable pull) {
        citizen.arrives().choose("no-criminal-record");
        citizen.at("guide").press("next").at("consent").press("next").at("identify");
        bench.comes("p01");
        citizen.at("form").answer("purpose", "work").answer("area", "abroad").press("next");
        citizen.at("check");
        pull.run();
        return citizen.press("next");
    }

    private static Citizen beforeTheSlip(Citizen citizen, BenchClient bench, Runnable pull) {
        Walks.renewal(citizen, bench, "p11");
        pull.run();
        bench.actSoon("pay-pad", "tap");
        return citizen;
    }

    @Test
    void every_plug_pulled_when_it_is_needed_ends_kindly_and_the_kiosk_goes_on() {
        WAYS.forEach(needed -> pulled(List.of(needed.getKey()), needed.getValue()));
    }

    /** All at once, in the middle of a visit that asks for none of them. */
    @Test
    void plugs_of_devices_that_a_visit_does_not_need_are_not_its_business() {
        List<String> others = new ArrayList<>(ids(bench.get("/devices")));
        assertTrue(others.removeAll(WAYS.stream().map(Map.Entry::getKey).toList()), others::toString);
        pulled(others, PlugStoryTest::inTheMiddleOfAnything);
    }

    private void pulled(List<String> devices, Way way) {
        long process = house.terminalProcess();
        devices.forEach(device -> awaitStatus(device, "online"));
        Citizen citizen = new Citizen(browser.page(1080, 1920), house.citizen());
        way.go(citizen, bench, () -> {
            devices.forEach(device -> bench.act(device, "unplug"));
            devices.forEach(device -> Facts.await(
                    device + " to be seen away", () -> !status(device).equals("online")));
        });
        String ending = endOf(citizen, devices.toString());
        devices.forEach(device -> bench.act(device, "replug"));
        devices.forEach(device -> awaitStatus(device, "online"));
        bench.goes();
        citizen.page().close();
        assertFalse(ending.isBlank(), devices::toString);
        assertEquals(process, house.terminalProcess(), devices + " made the terminal start again");
        assertTrue(house.terminalLives(), devices + " ended the terminal");
    }

    /** Goes on as a patient person does, until the kiosk greets the next one; says what was read on the way. */
    private static String endOf(Citizen citizen, String device) {
        List<String> read = new ArrayList<>();
        Facts.await(device + ": the visit to end; read so far: " + read, () -> {
            String scene = citizen.scene();
            switch (scene) {
                case "trouble" -> read.add(kind(citizen.text(), device));
                case "outcome", "issue" -> read.add(citizen.text());
                default -> {}
            }
            switch (scene) {
                case "trouble" -> citizen.tryPress("quit", "next");
                case "outcome", "issue", "rate" -> citizen.tryPress("next", "quit");
                case "bye" -> citizen.tryPress("start"); // the next one does not wait for the greeting
                case "home" -> citizen.tryPress("quit");
                default -> {}
            }
            return scene.equals("idle") && !read.isEmpty();
        });
        return String.join("\n", read);
    }

    /** Tells what happened and what to do, in the citizen's language, without a technician's words. */
    private static String kind(String text, String device) {
        assertTrue(text.length() > 15 && text.matches("(?s).*\\p{IsHan}{6}.*"), device + " says: " + text);
        assertFalse(text.matches("(?s).*(LOST|SILENT|Exception|null|unplugged|devices/).*"), device + " says: " + text);
        return text;
    }

    private static void awaitStatus(String device, String status) {
        Facts.await(device + " to be " + status, () -> status(device).equals(status));
    }

    private static String status(String device) {
        Matcher found = Pattern.compile("\"id\":\"" + device + "\",[^}]*?\"status\":\"(\\w+)\"")
                .matcher(house.health());
        return found.find() ? found.group(1) : "not bound";
    }

    private static List<String> ids(String json) {
        return ID.matcher(json)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}
