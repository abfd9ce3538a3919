package io.zizhu.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A citizen pays with a telephone that reads the code from the screen; and the current fails before another one can. */
@Tag("browser")
class CodeStoryTest {
    private static final String BY_CODE =
            "{\"id\":\"qr-pay\",\"kind\":\"qr-pay\",\"driver\":\"qr-pay\",\"settings\":{\"way\":\"show\"}}";

    private static Training house;
    private static Browser browser;

    private final BenchClient bench = house.bench();

    @BeforeAll
    static void open() {
        house = Training.start("code", List.of(BY_CODE));
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
        house.close();
    }

    /** What a telephone before the screen reads. */
    private static String scanned(Citizen citizen) throws Exception {
        citizen.page().locator("img[data-field=\"pay-code\"]").waitFor();
        var screen = ImageIO.read(new ByteArrayInputStream(citizen.page().screenshot()));
        int wide = screen.getWidth();
        int high = screen.getHeight();
        var seen = new RGBLuminanceSource(wide, high, screen.getRGB(0, 0, wide, high, null, 0, wide));
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(seen)))
                .getText();
    }

    private Citizen before_the_code() {
        Facts.await("payment by code to be open", () -> house.health()
                .matches("(?s).*\"id\":\"qr-pay\",[^}]*\"status\":\"online\".*"));
        Citizen citizen = new Citizen(browser.page(1080, 1920), house.citizen());
        Walks.renewal(citizen, bench, "p02").press("pay-code");
        return citizen.at("pay");
    }

    @Test
    void a_code_on_the_screen_is_paid_by_telephone_and_the_card_pad_is_not_asked() throws Exception {
        Citizen citizen = before_the_code();
        Page telephone = browser.page(390, 780);
        telephone.navigate(scanned(citizen));
        assertTrue(telephone.innerText("body").contains("20.00"), telephone.innerText("body"));
        telephone.click("[data-act=pay]");
        telephone.locator("[data-stands=paid]").waitFor();

        assertFalse(citizen.at("outcome").field("progress-code").isEmpty());
        assertEquals(0, bench.count("pay-pad"), "the pad booked something");
        citizen.press("next").at("rate").press("next").at("bye");
        bench.goes();
    }

    @Test
    void a_battery_at_its_end_ends_the_visit_unpaid_and_closes_the_counter_until_the_mains_are_back() throws Exception {
        Citizen citizen = before_the_code();
        String code = scanned(citizen);
        bench.act("ups", "low");
        citizen.at("closed");
        assertTrue(citizen.text().contains("停电"), citizen.text());
        Facts.await("/health to say so", () -> house.health().contains("\"state\":\"outOfService\""));

        Page telephone = browser.page(390, 780);
        telephone.navigate(code);
        assertFalse(
                List.of("waiting", "paying", "paid")
                        .contains(telephone.locator("[data-stands]").getAttribute("data-stands")),
                "the code of a visit that has ended can still be paid: " + telephone.innerText("body"));
        bench.act("ups", "mains-on");
        citizen.at("idle");
        Facts.await("/health to say so", () -> house.health().contains("\"state\":\"inService\""));
        bench.goes();
    }
}
