package io.zizhu.central.day;

import io.zizhu.catalogue.Words;

/** What came of laying the sources of one payment side by side. */
public enum Verdict {
    MATCHED(Weight.FINE, "相符", "All agree"),
    GIVEN_BACK(Weight.FINE, "已收后退回，各方相符", "Charged and given back; all agree"),
    PENDING(Weight.FINE, "办理中，稍后再核", "Under way; looked at again later"),

    UNSURE(Weight.LOOK, "付款结果存疑，待工作人员查明", "A payment in doubt is open: staff must find out"),
    NOT_CONFIRMED(Weight.MONEY, "终端已收款，业务系统未收到确认", "Charged at the terminal, not confirmed to the back office"),
    KEPT_WITHDRAWN(Weight.MONEY, "业务已撤回，款项未退", "The matter was withdrawn, the money was not given back"),
    NO_CASE(Weight.MONEY, "终端已收款，业务系统无此受理号", "Charged for a case that the back office does not know"),
    OTHER_AMOUNT(Weight.MONEY, "收款金额与业务费用不符", "Another amount was charged than the fee of the case"),
    OTHER_RECEIPT(Weight.LOOK, "确认的凭证号与终端记录不符", "The back office was told of another receipt than the journal's"),
    NOT_CHARGED(Weight.MONEY, "业务系统记为已缴费，终端无收款记录", "Confirmed to the back office, but the journal shows no charge"),
    BACK_CONFIRMED(Weight.MONEY, "款项已退，业务系统仍记为已缴费", "Given back, but the case still counts as paid"),
    TOO_MUCH_BACK(Weight.MONEY, "退款多于收款", "More was given back than charged"),
    ORDER_DIFFERS(Weight.MONEY, "支付平台的订单状态与终端记录不符", "The payment office's order says otherwise than the journal"),
    ORDER_ALONE(Weight.MONEY, "支付平台已收款，终端无对应记录", "An order was paid that no charge of the journal knows"),
    PAD_DIFFERS(Weight.MONEY, "刷卡机日终合计与终端记录不符", "The pad's end-of-day totals differ from the journal"),
    PAD_UNSURE(Weight.LOOK, "刷卡机日终结果不明", "Nobody knows whether the pad closed its day"),
    PAD_OPEN(Weight.LOOK, "当日有刷卡收款，未做日终对账", "Cards were charged, but the day was not closed at the pad");

    /** What it takes to settle it. */
    enum Weight {
        FINE,
        /** A person looks, and says what they found. */
        LOOK,
        /** Money is missing or too much; writing it off takes two people. */
        MONEY
    }

    private final Weight weight;
    private final String zh;
    private final String en;

    Verdict(Weight weight, String zh, String en) {
        this.weight = weight;
        this.zh = zh;
        this.en = en;
    }

    /** Whether a supervisor must look at it. */
    public boolean exception() {
        return weight != Weight.FINE;
    }

    boolean money() {
        return weight == Weight.MONEY;
    }

    public Words words() {
        return new Words(zh, en);
    }
}
