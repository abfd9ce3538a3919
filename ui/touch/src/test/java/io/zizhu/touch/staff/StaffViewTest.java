package io.zizhu.touch.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.VaadinSession;
import io.zizhu.touch.show.PretendUpkeep;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The staff's screen without a browser. */
@ViewPackages(packages = "io.zizhu.touch.show")
class StaffViewTest extends BrowserlessTest {
    private final PretendUpkeep upkeep = new PretendUpkeep();
    private StaffView view;

    @BeforeEach
    void stand_before_the_screen() {
        view = new StaffView(upkeep);
        UI.getCurrent().add(view);
        roundTrip();
    }

    private void press(String name, String value) {
        NativeButton button = find(NativeButton.class, view).all().stream()
                .filter(each -> Objects.equals(each.getElement().getAttribute(name), value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + name + "=" + value));
        test(button).click();
        roundTrip();
    }

    private void enter(String pin) {
        show("1001", pin);
    }

    private void show(String badge, String pin) {
        badge.chars().forEach(digit -> press("data-value", Character.toString(digit)));
        press("data-act", "enter");
        pin.chars().forEach(digit -> press("data-value", Character.toString(digit)));
        press("data-act", "enter");
    }

    private String scene() {
        return view.getElement().getAttribute("data-scene");
    }

    private static void await(BooleanSupplier fact) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!fact.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "the fact did not come");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            VaadinSession session = VaadinSession.getCurrent();
            session.getService().runPendingAccessTasks(session);
        }
    }

    @Test
    void the_day_is_closed_and_each_difference_is_told_in_words() {
        enter("2468");
        press("data-act", "day");
        assertEquals("staff-day", scene());
        press("data-act", "close-day");
        await(() -> view.getElement().getTextRecursively().contains("620.00"));
        String told = view.getElement().getTextRecursively();
        assertTrue(told.contains("600.00") && told.contains("SL20261121000017"), told);
        press("data-act", "language");
        assertTrue(view.getElement().getTextRecursively().contains("52500038/0042/000043"));
    }

    @Test
    void only_badge_and_pin_open_and_leaving_shuts() {
        assertEquals("staff-pin", scene());
        enter("1111");
        assertEquals("staff-pin", scene());
        assertFalse(view.getElement().getTextRecursively().contains("1111"));

        enter("2468");
        assertEquals("staff", scene());
        press("data-act", "leave");
        assertEquals("staff-pin", scene());
        assertFalse(upkeep.inside());
    }

    @Test
    void a_test_print_and_a_reset_reach_their_device_and_the_answer_is_said() {
        enter("2468");
        press("data-act", "test");
        await(() -> view.getElement().getTextRecursively().contains("测试页已打印。"));
        press("data-act", "reset");
        await(() -> upkeep.done.size() == 2);
        assertEquals(List.of("test id-reader", "reset id-reader"), upkeep.done);
    }

    @Test
    void what_was_left_behind_a_restart_and_a_hand_over_each_have_their_page() {
        enter("2468");
        press("data-act", "kept");
        assertEquals("staff-kept", scene());
        press("data-value", "id-card");
        press("data-value", "to-counter");
        press("data-act", "home");
        press("data-act", "restart");
        assertEquals(List.of("released 40 to-counter"), upkeep.done, "it asks first");
        press("data-act", "restart-now");
        await(() -> upkeep.done.contains("restart"));
        press("data-act", "cancel");
        press("data-act", "shift");
        assertTrue(view.getElement().getTextRecursively().contains("ZZ-2026-000184"));
        assertTrue(view.getElement().getTextRecursively().contains("胸牌 1001，数量 250，耗材 证明纸 A4（张）"));
        press("data-act", "hand-over-print");
        await(() -> upkeep.done.contains("hand-over true"));
        press("data-act", "home");
        press("data-act", "guides");
        press("data-value", "jam");
        assertTrue(view.getElement().getTextRecursively().contains("双手慢慢拉出整张纸"));
    }

    @Test
    void every_page_speaks_english_too() {
        enter("2468");
        for (String act : List.of("guides", "kept", "shift", "restart")) {
            press("data-act", act);
            press("data-act", "language");
            String text = view.getElement().getTextRecursively().replace("中文", "");
            assertFalse(text.codePoints().anyMatch(letter -> letter > 0x2E80), act + ": " + text);
            press("data-act", "language");
            press("data-act", "home");
        }
        press("data-act", "language");
        String text = view.getElement().getTextRecursively().replace("中文", "");
        assertFalse(text.codePoints().anyMatch(letter -> letter > 0x2E80), text);
    }

    private void type(String field, String value) {
        find(Input.class, view).all().stream()
                .filter(input -> Objects.equals(input.getElement().getAttribute("data-field"), field))
                .findFirst()
                .orElseThrow()
                .setValue(value);
    }

    @Test
    void paper_and_roll_are_loaded_each_in_its_unit() {
        enter("2468");
        assertTrue(view.getElement().getTextRecursively().contains("约 6 小时"));
        press("data-supply", "a4");
        assertEquals("staff-supply", scene());
        type("a4", "500");
        press("data-act", "loaded");
        press("data-act", "home");
        press("data-supply", "roll");
        press("data-act", "pack");
        press("data-act", "loaded");
        assertEquals(List.of("loaded a4 500", "loaded roll 30000"), upkeep.done);
        type("roll", "much");
        press("data-act", "loaded");
        assertTrue(view.getElement().getTextRecursively().contains("请输入数量"));
    }

    @Test
    void security_paper_and_a_difference_need_the_second_person() {
        enter("2468");
        press("data-supply", "a4");
        type("found", "180");
        press("data-act", "counted");
        assertTrue(view.getElement().getTextRecursively().contains("差额： -2"));
        type("found", "180");
        type("reason", "torn");
        press("data-act", "counted");
        assertEquals("staff-second", scene());
        press("data-act", "cancel");
        type("first", "000101");
        type("last", "000200");
        press("data-act", "loaded-numbered");
        assertTrue(view.getElement().getTextRecursively().contains("编号 000101 至 000200"));
        show("2001", "1357");
        assertEquals("staff-supply", scene());
        assertTrue(view.getElement().getTextRecursively().contains("最上面一张的编号"));
        assertEquals(List.of("numbered 000101 000200"), upkeep.done);
    }

    @Test
    void the_terminal_is_taken_out_of_service_and_put_back() {
        enter("2468");
        press("data-act", "maintain");
        await(() -> view.getElement().getTextRecursively().contains("恢复服务"));
        press("data-act", "serve");
        await(() -> view.getElement().getTextRecursively().contains("开始维护"));
        assertEquals(List.of("maintained true", "maintained false"), upkeep.done);
    }

    @Test
    void a_payment_in_doubt_is_settled_by_two_and_the_second_reads_what() {
        enter("2468");
        press("data-act", "settle");
        assertTrue(view.getElement().getTextRecursively().contains("请先在下面选择核实结果"));
        press("data-value", "charged");
        press("data-act", "settle");
        assertEquals("staff-second", scene());
        assertTrue(view.getElement().getTextRecursively().contains("ZZ-2026-000184"));
        show("2001", "0000");
        assertEquals("staff-second", scene());
        assertTrue(view.getElement().getTextRecursively().contains("第二人的胸牌号或密码不正确"));
        assertEquals(List.of(), upkeep.done);
        show("2001", "1357");
        assertEquals("staff", scene());
        assertEquals(List.of("settled 17 charged with 2001"), upkeep.done);
    }

    @Test
    void an_old_key_leads_back_to_the_door() {
        enter("2468");
        upkeep.forgetKey();
        press("data-act", "language");
        assertEquals("staff-pin", scene());
    }
}
