package io.zizhu.central.backoffice.pay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.central.TestClock;
import io.zizhu.central.store.Store;
import io.zizhu.wire.ask.Answer;
import io.zizhu.wire.ask.Answer.Stands;
import io.zizhu.wire.ask.PayAct;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The payment back office over the training acquirer, asked as terminals ask. */
class OrdersTest {
    private static final PayAct SHOW = new PayAct.Show(2000);
    private static final PayAct QUERY = new PayAct.Query();
    private static final PayAct CLOSE = new PayAct.Close();
    private static final PayAct REFUND = new PayAct.Refund(2000);

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private Store store;
    private TrainingAcquirer acquirer;
    private Orders orders;

    @BeforeEach
    void open() {
        store = new Store(folder.resolve("centre.db"));
        acquirer = new TrainingAcquirer(store, clock, () -> "https://centre.example/training/pay");
        orders = new Orders(store, acquirer, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_code_is_shown_paid_and_given_back_once() {
        Answer.Payment shown = payment("o1", SHOW);
        assertEquals(Stands.WAITING, shown.stands());
        assertTrue(shown.code().startsWith("https://centre.example/training/pay/"), shown::toString);
        assertEquals(180, shown.secondsLeft());
        assertEquals(shown, payment("o1", SHOW), "a repeat makes no second order");
        assertEquals(1, acquirer.bills().size());
        payer("pay");
        Answer.Payment paid = payment("o1", QUERY);
        assertEquals(Stands.PAID, paid.stands());
        assertFalse(paid.number().isEmpty());
        assertEquals(paid, payment("o1", CLOSE), "what was paid stays paid");
        assertEquals(paid, payment("o1", SHOW));
        assertEquals(Stands.REFUNDED, payment("o1", REFUND).stands());
        assertEquals(Stands.REFUNDED, payment("o1", REFUND).stands());
        assertEquals("refunded", acquirer.bills().getFirst().stands());
    }

    @Test
    void an_order_is_for_one_amount_of_one_terminal_in_one_way() {
        payment("o1", SHOW);
        assertEquals(new Answer.Refused("otherOrder"), orders.answer("t", "o1", new PayAct.Show(2001)));
        assertEquals(new Answer.Refused("otherOrder"), orders.answer("t", "o1", new PayAct.Scan(2000, "PAYER-OK")));
        for (PayAct act : java.util.List.of(SHOW, QUERY, CLOSE, REFUND)) {
            assertEquals(new Answer.Refused("unknownOrder"), orders.answer("other", "o1", act));
        }
        assertEquals(new Answer.Refused("noAmount"), orders.answer("t", "o2", new PayAct.Show(0)));
        assertEquals(new Answer.Refused("notPaid"), orders.answer("t", "o1", REFUND));
        payer("pay");
        payment("o1", QUERY);
        assertEquals(new Answer.Refused("notPaid"), orders.answer("t", "o1", new PayAct.Refund(1)));
    }

    @Test
    void an_order_that_was_closed_before_it_came_takes_nothing_when_it_comes() {
        assertEquals(Stands.NONE, payment("late", QUERY).stands());
        assertEquals(Stands.CLOSED, payment("late", CLOSE).stands());
        assertEquals(
                Stands.CLOSED,
                payment("late", new PayAct.Scan(2000, "PAYER-OK")).stands());
        assertEquals(0, acquirer.bills().size());
    }

    @Test
    void a_payers_code_pays_at_once_after_a_password_or_not_at_all() {
        assertEquals(Stands.PAID, payment("ok", scan("PAYER-OK-1")).stands());
        assertEquals(Stands.DECLINED, payment("no", scan("PAYER-NO-1")).stands());
        assertEquals(Stands.DECLINED, payment("odd", scan("6901234567892")).stands());
        assertEquals(Stands.PAYING, payment("ask", scan("PAYER-ASK-1")).stands());
        assertEquals(Stands.PAYING, payment("ask", QUERY).stands());
        assertEquals(Stands.PAID, payment("ask", QUERY).stands());
        assertEquals(Stands.PAYING, payment("wait", scan("PAYER-WAIT-1")).stands());
        assertEquals(Stands.CLOSED, payment("wait", CLOSE).stands());
        assertFalse(acquirer.act(token("wait"), "pay"), "after the close nobody pays");
    }

    @Test
    void a_payers_code_is_handed_on_once() {
        payment("o1", scan("PAYER-WAIT"));
        assertEquals(Stands.PAYING, payment("o1", scan("PAYER-OK")).stands());
    }

    @Test
    void declined_cancelled_and_expired_codes_end() {
        payment("a", SHOW);
        payer("decline");
        assertEquals(Stands.DECLINED, payment("a", QUERY).stands());
        payment("b", SHOW);
        acquirer.act(token("b"), "cancel");
        assertEquals(Stands.CLOSED, payment("b", QUERY).stands());
        payment("c", SHOW);
        clock.pass(Duration.ofMinutes(4));
        assertFalse(acquirer.act(token("c"), "pay"));
        assertEquals(Stands.CLOSED, payment("c", QUERY).stands());
    }

    @Test
    void when_the_acquirers_answers_are_lost_the_order_is_unsure_and_then_paid() {
        payment("o1", SHOW);
        payer("lose");
        assertEquals(Stands.UNSURE, payment("o1", QUERY).stands());
        assertEquals(Stands.UNSURE, payment("o1", CLOSE).stands());
        assertEquals(Stands.UNSURE, payment("o1", QUERY).stands());
        assertEquals(Stands.PAID, payment("o1", QUERY).stands());
    }

    @Test
    void both_ledgers_survive_a_restart() {
        payment("paid", SHOW);
        payer("pay");
        payment("open", SHOW);
        store.close();
        open();
        assertEquals(Stands.PAID, payment("paid", CLOSE).stands());
        assertEquals(Stands.WAITING, payment("open", QUERY).stands());
        assertInstanceOf(Answer.Done.class, orders.answer("t", "", new PayAct.Ready()));
    }

    private static PayAct scan(String code) {
        return new PayAct.Scan(2000, code);
    }

    private Answer.Payment payment(String order, PayAct act) {
        return assertInstanceOf(Answer.Payment.class, orders.answer("t", order, act));
    }

    private void payer(String act) {
        assertTrue(acquirer.act(acquirer.bills().getFirst().token(), act), act);
    }

    private String token(String order) {
        return acquirer.bills().stream()
                .filter(bill -> bill.order().equals(order))
                .findFirst()
                .orElseThrow()
                .token();
    }
}
