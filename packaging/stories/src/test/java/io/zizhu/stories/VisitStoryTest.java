package io.zizhu.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both items from touch to wipe, and the troubles on the way, in Debian's Chromium through the hooks alone. */
@Tag("browser")
class VisitStoryTest {
    private static Training house;
    private static Browser browser;

    private final BenchClient bench = house.bench();

    @BeforeAll
    static void open() {
        house = Training.start("visit");
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
        house.close();
    }

    @AfterEach
    void everybody_leaves() {
        bench.goes();
    }

    private Citizen citizen() {
        return new Citizen(browser.page(1080, 1920), house.citizen());
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void a_granted_certificate_comes_out_with_the_citizens_name() throws IOException {
        int before = bench.count("certificate-printer");
        Citizen citizen = Walks.certificate(citizen(), bench, "p05");
        citizen.at("issue")
                .press("next")
                .at("outcome")
                .press("next")
                .at("rate")
                .rates(4)
                .at("bye");

        assertEquals(before + 1, bench.count("certificate-printer"));
        String paper = text(bench.out("certificate-printer", before + 1));
        assertTrue(paper.contains("𠮷田美华"), paper);
        assertTrue(paper.contains("无犯罪记录证明"), paper);
        assertFalse(citizen.page().content().contains("𠮷田"), "the next citizen could read the name");
        citizen.at("idle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p03", "p04"})
    void to_an_officer_and_not_issued_read_the_same_and_print_no_certificate(String person) {
        int before = bench.count("certificate-printer");
        int slips = bench.count("receipt-printer");
        Citizen citizen = Walks.certificate(citizen(), bench, person).at("outcome");

        assertTrue(citizen.text().contains("申请已登记"), citizen.text());
        assertFalse(citizen.field("case").isEmpty());
        Facts.await("the slip", () -> bench.count("receipt-printer") > slips);
        citizen.press("next").at("rate").press("next").at("bye");
        assertEquals(before, bench.count("certificate-printer"));
    }

    @Test
    void a_renewal_is_paid_once_and_its_progress_is_told_for_code_and_identity_together() {
        Citizen citizen = Walks.renewal(citizen(), bench, "p02");
        bench.actSoon("pay-pad", "tap");
        String code = citizen.at("outcome").field("progress-code");
        citizen.press("next").at("rate").press("next").at("bye");
        assertEquals(1, count(bench.get("/devices/pay-pad/out"), "\"n\""));
        bench.goes();

        citizen.arrives().choose("case-progress");
        citizen.at("form").type(code).press("next").at("identify");
        bench.comes("p02");
        assertFalse(citizen.at("status").text().isBlank());
        citizen.press("next").at("bye");
        bench.goes();

        citizen.arrives().choose("case-progress");
        citizen.at("form").type(code).press("next").at("identify");
        bench.comes("p01");
        citizen.at("trouble").press("quit").at("bye");
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    @Test
    void under_sixteen_and_first_issue_are_sent_to_the_station_politely() {
        for (String person : new String[] {"p09", "p10"}) {
            Citizen citizen = citizen();
            citizen.arrives().choose("id-card-renewal");
            citizen.at("guide").press("next").at("consent").press("next").at("identify");
            bench.comes(person);
            assertTrue(citizen.at("trouble").text().contains("派出所"));
            citizen.press("quit").at("bye");
            bench.goes();
        }
    }

    @Test
    void a_wrong_card_and_another_face_are_told_kindly_and_the_kiosk_goes_on() {
        Citizen citizen = citizen();
        citizen.arrives().choose("no-criminal-record");
        citizen.at("guide").press("next").at("consent").press("next").at("identify");
        bench.act("id-reader", "present", "{\"person\":\"p01\",\"as\":\"hmt\"}");
        assertTrue(citizen.at("trouble").text().contains("不是居民身份证"));
        bench.act("id-reader", "remove");
        citizen.press("next").at("identify");
        bench.act("face-camera", "show", "{\"person\":\"p12\"}");
        bench.act("id-reader", "present", "{\"person\":\"p09\"}");
        assertTrue(citizen.at("trouble").text().length() > 10);
        citizen.press("quit").at("bye").at("idle");
    }

    @Test
    void a_declined_card_charges_nothing_and_may_be_tried_again() {
        int before = count(bench.get("/devices/pay-pad/out"), "\"n\"");
        Citizen citizen = Walks.renewal(citizen(), bench, "p08");
        bench.actSoon("pay-pad", "decline");
        assertTrue(citizen.at("trouble").text().contains("没有扣款"));
        citizen.press("quit").at("bye");
        assertEquals(before, count(bench.get("/devices/pay-pad/out"), "\"n\""));
    }

    @Test
    void without_paper_the_certificate_is_not_offered_and_comes_back_after_a_refill() {
        bench.act("certificate-printer", "fault", "{\"reason\":\"media-empty\"}");
        Citizen citizen = citizen();
        citizen.at("idle");
        Facts.await("the tile to say why", () -> {
            citizen.page().reload();
            citizen.at("idle").arrives();
            boolean told = citizen.text().contains("证明打印机缺纸");
            citizen.leaves(); // a reload would overtake the tap
            return told;
        });
        bench.act("certificate-printer", "refill");
        Facts.await("the tile to come back", () -> {
            citizen.arrives();
            boolean gone = !citizen.text().contains("证明打印机缺纸");
            citizen.leaves();
            return gone;
        });
    }

    @Test
    void the_language_changes_at_any_moment_and_the_scene_stays() {
        Citizen citizen = citizen();
        citizen.arrives().choose("no-criminal-record").at("guide");
        citizen.press("language");
        Facts.await("English", () -> citizen.text().contains("Certificate of no criminal record"));
        citizen.at("guide").press("quit").at("bye").at("idle");
        assertTrue(citizen.text().contains("欢迎"), "the next person is greeted in Chinese");
    }
}
