package io.zizhu.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The end of a day, from the staff's screen to the centre's books: a fee on which all agree, then money that only the pad
 * knows of. The pictures of it stay in {@code target/stories}.
 */
@Tag("browser")
class DayStoryTest {
    private static Training house;
    private static Browser browser;

    private final BenchClient bench = house.bench();

    @BeforeAll
    static void open() {
        house = Training.start("day");
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
        house.close();
    }

    @Test
    void the_closed_day_is_the_same_at_the_centre_and_what_only_the_pad_knows_goes_to_a_supervisor() throws Exception {
        a_citizen_pays();
        Citizen staff = supervisor();
        staff.press("day").at("staff-day");
        assertEquals(List.of(), closed(staff, "各方相符"));
        hands_over(staff);
        Console console = new Console(browser.page(1440, 1200), house, "supervisor-a").books();
        Facts.await("the fee and the closing in the centre's books", () -> {
            String books = console.text();
            return books.contains("实收 20.00 元，0 项不符") && books.contains("刷卡机 20.00");
        });
        console.picture("books-matched");

        bench.act("pay-pad", "book", "{\"amount\":\"300\"}");
        staff.press("home").at("staff").press("day").at("staff-day");
        List<String> differences = closed(staff, "请按下面的说明处理差异");
        assertEquals(1, differences.size(), differences.toString());
        assertTrue(differences.getFirst().contains("3.00"), differences.toString());
        Facts.await("the exception", () -> console.text().contains("刷卡机日终合计与终端记录不符"));
        assertTrue(console.text().contains("刷卡机合计比本机记录多 3.00"), console.text());
        console.picture("books-differ");
        settled(console);
        found_charged(console, staff);
    }

    private void a_citizen_pays() {
        Citizen citizen = Walks.renewal(new Citizen(browser.page(1080, 1920), house.citizen()), bench, "p02");
        bench.actSoon("pay-pad", "tap");
        goes(citizen);
    }

    private void goes(Citizen citizen) {
        citizen.at("outcome").press("next").at("rate").press("next").at("bye");
        bench.goes();
        citizen.page().context().close();
    }

    private static Citizen supervisor() {
        Citizen staff = new Citizen(browser.page(1080, 1920), house.staff());
        return staff.at("staff-pin").enters("2001", "135790").at("staff");
    }

    /** Closes the pad's day; what each difference says. */
    private List<String> closed(Citizen staff, String told) {
        staff.press("close-day");
        Facts.await(told, () -> staff.text().contains(told));
        picture(staff.page(), "staff-day");
        return staff.page().locator("[data-difference]").allInnerTexts();
    }

    /** The report is what comes out of the printer. */
    private void hands_over(Citizen staff) throws IOException {
        int before = bench.count("certificate-printer");
        staff.press("home").at("staff").press("shift").at("staff-hand-over");
        picture(staff.page(), "staff-hand-over");
        staff.press("hand-over-print");
        Facts.await("the report", () -> bench.count("certificate-printer") > before);
        byte[] pdf = bench.out("certificate-printer", before + 1);
        Files.write(house.data().resolve("hand-over.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("2001") && text.contains("20.00"), text);
        }
    }

    private static void settled(Console console) throws IOException {
        console.press("take").press("settle").type("remark", "刷卡机上手工收款，已与收单行核对").confirm();
        Facts.await("the second person to be asked for", () -> console.text().contains("待复核"));
        console.picture("exception-proposed");
        Console technician = new Console(browser.page(1440, 1200), house, "tech-a").books();
        assertTrue(technician.text().contains("您登录的账号 tech-a 可以查看，不能处理；请主管用自己的账号登录"), technician.text());
        technician.picture("exceptions-technician");
        Console second = new Console(browser.page(1440, 1200), house, "supervisor-b").books();
        second.press("agree");
        Facts.await("nothing to be left", () -> second.text().contains("没有待处理的差异"));
    }

    /** A pad that forgot what it booked: two of the staff look at its list, and the case goes on. */
    private void found_charged(Console console, Citizen staff) {
        bench.act("pay-pad", "lose", "{\"then\":\"wiped\"}");
        Citizen citizen = Walks.renewal(new Citizen(browser.page(1080, 1920), house.citizen()), bench, "p08");
        bench.actSoon("pay-pad", "tap");
        goes(citizen);
        staff.press("home").at("staff");
        picture(staff.page(), "staff-doubt");
        staff.page().locator("[data-act=settlement][data-value=charged]").click();
        staff.press("settle").at("staff-second").enters("1001", "246810").at("staff");
        assertTrue(staff.text().contains("没有待处理事项"), staff.text());
        Facts.await("the case to be taken on the staff's word", () -> {
            String books = console.text();
            return books.contains("工作人员核实（胸牌 2001、1001）") && books.split("已受理（凭证相同）", -1).length == 3;
        });
        console.picture("books-vouched");
    }

    private static void picture(Page page, String name) {
        Path file = house.data().resolve(name + "-" + System.nanoTime() + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }
}
