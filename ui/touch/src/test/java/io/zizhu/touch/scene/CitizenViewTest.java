package io.zizhu.touch.scene;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinSession;
import io.zizhu.service.desk.Shown;
import io.zizhu.service.flow.Act;
import io.zizhu.service.flow.Scene;
import io.zizhu.service.port.Way;
import io.zizhu.touch.show.PretendDesk;
import io.zizhu.touch.show.Samples;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The citizen's screen without a browser: what each scene shows, and what each press tells the desk. */
@ViewPackages(packages = "io.zizhu.touch.show")
class CitizenViewTest extends BrowserlessTest {
    private final PretendDesk desk = new PretendDesk();
    private CitizenView view;

    @BeforeEach
    void stand_before_the_screen() {
        view = new CitizenView(desk);
        UI.getCurrent().add(view);
        settle();
    }

    /** What the desk told by {@code UI.access} takes place now. */
    private static void settle() {
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
        roundTrip();
    }

    private void shows(Shown shown) {
        desk.shows(shown);
        settle();
    }

    private void inside(long number, Scene scene) {
        shows(PretendDesk.inside(number, scene));
    }

    private List<NativeButton> buttons() {
        return find(NativeButton.class, view).all();
    }

    private NativeButton button(String... facts) {
        return buttons().stream()
                .filter(Component::isVisible)
                .filter(button -> has(button, facts))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button with " + List.of(facts)));
    }

    private static boolean has(Component component, String... facts) {
        for (int i = 0; i < facts.length; i += 2) {
            if (!Objects.equals(component.getElement().getAttribute("data-" + facts[i]), facts[i + 1])) {
                return false;
            }
        }
        return true;
    }

    private void press(String... facts) {
        test(button(facts)).click();
        settle();
    }

    private void told(long number, Act act) {
        assertEquals(new PretendDesk.Done(number, act), desk.done.getLast());
    }

    private String text() {
        return said(view.getElement());
    }

    private static String said(Element element) {
        if (element.isTextNode()) {
            return element.getText() + "\n";
        }
        StringBuilder text = new StringBuilder();
        element.getChildren().forEach(child -> text.append(said(child)));
        return text.toString();
    }

    static Stream<Map.Entry<String, Scene>> scenes() {
        return Samples.all().entrySet().stream();
    }

    @Test
    void the_ways_to_pay_are_chosen_by_their_own_buttons() {
        inside(8, new Scene.PayChoice(2000, "C-1", List.of(Way.CARD, Way.CODE, Way.SCAN)));
        press("act", "pay-card");
        told(8, new Act.PayBy(Way.CARD));
        press("act", "pay-scan");
        told(8, new Act.PayBy(Way.SCAN));
        press("act", "pay-code");
        told(8, new Act.PayBy(Way.CODE));
    }

    @Test
    void a_payment_code_on_the_screen_can_be_scanned_and_says_amount_and_time() throws Exception {
        String content = "https://centre.example/training/pay/7f3a90c2d1";
        Scene.Code code = new Scene.Code(content, Instant.now().plusSeconds(118));
        inside(8, new Scene.Pay(2000, "C-1", true, Way.CODE, Optional.of(code)));
        Image picture = find(Image.class, view).all().stream()
                .filter(image -> has(image, "field", "pay-code"))
                .findFirst()
                .orElseThrow();
        assertEquals(content, scanned(picture.getSrc()));
        assertFalse(picture.getAlt().orElse("").isEmpty());
        assertTrue(text().contains("20"), text());
        assertTrue(text().matches("(?s).*剩余 1[01]\\d 秒.*"), text());
    }

    /** What a telephone reads off the picture. */
    private static String scanned(String address) throws Exception {
        String svg = new String(Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1)), US_ASCII);
        Matcher size = Pattern.compile("viewBox='0 0 (\\d+) ").matcher(svg);
        assertTrue(size.find());
        int modules = Integer.parseInt(size.group(1));
        BitMatrix dark = new BitMatrix(modules * 4);
        Matcher each = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (each.find()) {
            dark.setRegion(4 * Integer.parseInt(each.group(1)), 4 * Integer.parseInt(each.group(2)), 4, 4);
        }
        int[] pixels = new int[dark.getWidth() * dark.getHeight()];
        for (int at = 0; at < pixels.length; at++) {
            pixels[at] = dark.get(at % dark.getWidth(), at / dark.getWidth()) ? 0xFF000000 : 0xFFFFFFFF;
        }
        var picture = new RGBLuminanceSource(dark.getWidth(), dark.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                .getText();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void every_scene_has_its_word_and_no_control_lacks_a_data_act(Map.Entry<String, Scene> sample) {
        inside(7, sample.getValue());

        assertEquals(sample.getValue().word(), view.getElement().getAttribute("data-scene"));
        for (NativeButton button : buttons()) {
            assertTrue(button.getElement().hasAttribute("data-act"), button + " of " + sample.getKey());
        }
        for (String always : List.of("language", "elder", "speak", "help")) {
            assertTrue(button("act", always).isEnabled(), always);
        }
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void in_english_no_chinese_is_left_but_names_and_the_way_back_to_it(Map.Entry<String, Scene> sample) {
        inside(7, sample.getValue());
        press("act", "language");

        String rest = text().replace("中文", "").replace("𠮷田美华 黄䶮", "");
        assertFalse(rest.codePoints().anyMatch(Character::isIdeographic), rest);
        assertEquals(sample.getValue().word(), view.getElement().getAttribute("data-scene"));
        assertEquals("en", view.getElement().getAttribute("lang"));
    }

    @Test
    void each_act_carries_the_number_of_what_stood_there() {
        press("act", "start");
        told(1, new Act.Start());
        shows(PretendDesk.outside(2, Samples.home()));
        press("item", "id-card-renewal");
        told(2, new Act.Choose("id-card-renewal"));
        inside(3, Samples.all().get("check"));
        press("act", "edit", "field", "area");
        told(3, new Act.Edit("area"));
        press("act", "back");
        told(3, new Act.Back());
        press("act", "quit");
        told(3, new Act.Quit());
        inside(4, Samples.all().get("trouble"));
        press("act", "next");
        told(4, new Act.Next());
        inside(5, new Scene.Rate());
        press("act", "rate", "value", "4");
        told(5, new Act.Rate(4));
        inside(6, Samples.all().get("photo"));
        press("act", "pick", "value", "live");
        press("act", "next");
        told(6, new Act.PickPhoto("live"));
    }

    @Test
    void an_item_that_cannot_be_done_now_says_why_and_cannot_be_pressed() {
        shows(PretendDesk.outside(2, Samples.home()));

        assertFalse(button("item", "case-progress").isEnabled());
        assertTrue(text().contains("证明打印机缺纸"), text());
        press("act", "quit");
        told(2, new Act.Quit());
    }

    @Test
    void answers_go_together_and_problems_are_said() {
        inside(3, Samples.choices());
        assertTrue(text().contains("请选择一项。"), text());
        assertEquals("true", button("value", "work").getElement().getAttribute("aria-checked"));

        press("field", "area", "value", "abroad");
        press("act", "language");
        assertEquals("true", button("value", "abroad").getElement().getAttribute("aria-checked"));
        press("act", "next");
        told(3, new Act.Submit(Map.of("purpose", "work", "area", "abroad")));
    }

    @Test
    void a_code_is_typed_on_the_screen() {
        inside(3, Samples.code());
        for (String key : List.of("4", "8", "2", "9", "1", "3", "5")) {
            press("act", "key", "value", key);
        }
        press("act", "key", "value", "del");
        assertTrue(text().contains("482913"), text());
        press("act", "next");
        told(3, new Act.Submit(Map.of("code", "482913")));
    }

    @Test
    void answering_the_time_warning_keeps_what_was_chosen() {
        Shown form = PretendDesk.inside(3, Samples.choices());
        shows(form);
        press("value", "abroad");
        shows(new Shown(3, form.scene(), form.visit(), form.item(), 4, 9, true, true, 20));
        assertTrue(text().contains("20"), text());
        NativeButton stay = button("act", "stay");
        shows(new Shown(3, form.scene(), form.visit(), form.item(), 4, 9, true, true, 19));
        assertTrue(text().contains("19"), text());
        assertEquals(stay, button("act", "stay"), "the button was changed under the finger");
        press("act", "stay");
        told(3, new Act.Stay());

        shows(PretendDesk.inside(4, Samples.choices()));
        assertEquals("true", button("value", "abroad").getElement().getAttribute("aria-checked"));
        assertTrue(buttons().stream().noneMatch(button -> has(button, "act", "stay")), "the warning still stands");
        press("act", "next");
        told(4, new Act.Submit(Map.of("purpose", "work", "area", "abroad")));
    }

    @Test
    void the_next_person_finds_chinese_and_ordinary_text() {
        press("act", "language");
        press("act", "elder");
        assertTrue(view.hasClassName("elder"));

        inside(3, Samples.code());
        assertTrue(view.hasClassName("elder"));
        shows(PretendDesk.outside(4, new Scene.Idle(Samples.WELCOME)));

        assertFalse(view.hasClassName("elder"));
        assertEquals("zh-CN", view.getElement().getAttribute("lang"));
        assertTrue(text().contains("欢迎使用自助警务终端"), text());
    }

    @Test
    void nothing_opened_over_one_scene_stands_over_the_next() {
        inside(3, Samples.code());
        press("act", "help");
        assertTrue(button("act", "close").isVisible());
        inside(4, Samples.all().get("rate"));
        assertTrue(buttons().stream().noneMatch(button -> has(button, "act", "close")));
    }

    @Test
    void what_was_drawn_stays_when_the_language_changes() {
        inside(3, Samples.all().get("sign"));
        Element canvas = canvas(view.getElement()).findFirst().orElseThrow();
        press("act", "language");
        assertEquals(canvas, canvas(view.getElement()).findFirst().orElseThrow());
        inside(4, Samples.code());
        inside(5, Samples.all().get("sign"));
        assertNotEquals(canvas, canvas(view.getElement()).findFirst().orElseThrow());
    }

    private static Stream<Element> canvas(Element root) {
        return root.isTextNode()
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(root).filter(each -> each.getTag().equals("canvas")),
                        root.getChildren().flatMap(CitizenViewTest::canvas));
    }

    @Test
    void a_page_that_is_closed_hears_no_more_and_hurts_nobody() {
        assertEquals(1, desk.watchers());
        UI.getCurrent().remove(view);

        assertEquals(0, desk.watchers());
    }
}
