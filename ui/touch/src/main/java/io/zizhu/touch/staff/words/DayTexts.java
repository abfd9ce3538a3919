package io.zizhu.touch.staff.words;

import io.zizhu.catalogue.Words;

/** The words of the day's end. */
public final class DayTexts {
    public static final Words DAY = new Words("日终对账", "End of day");
    public static final Words WHAT = new Words(
            "日终会把刷卡机当日的交易送银行结算，之后的退款须按凭证办理。请在无人办理业务时进行，约需一至三分钟。",
            "This hands the pad's day over to the bank; from then on money goes back as a refund by receipt. Do it"
                    + " while nobody is served; it takes one to three minutes.");
    public static final Words CLOSE = new Words("现在做日终", "Close the day now");
    public static final Words MATCHED = new Words("日终已完成，各方相符。", "The day is closed; all sides agree.");
    public static final Words LOOK = new Words("请按下面的说明处理差异。", "Please deal with the differences below.");
    public static final Words BUSY = new Words("正在做日终，请稍候。", "Somebody is closing the day just now.");
    public static final Words NO_SUPERVISOR =
            new Words("日终须由主管操作，请主管登录。", "Closing the day is a supervisor's act; ask one to sign in.");
    public static final Words JOURNAL = new Words("本机记录", "Journal");
    public static final Words PAD = new Words("刷卡机合计", "Pad's totals");
    public static final Words OFFICE = new Words("业务系统（已缴费）", "Back office (paid)");
    public static final Words LINES = new Words("逐笔", "Payments one by one");
    public static final Words TIME = new Words("时间", "Time");
    public static final Words CASE = new Words("受理编号 / 凭证", "Case / receipt");
    public static final Words WAY = new Words("方式", "Way");
    public static final Words AT_JOURNAL = new Words("本机（元）", "Journal (yuan)");
    public static final Words AT_OFFICE = new Words("业务系统（元）", "Back office (yuan)");
    public static final Words BY_CARD = new Words("刷卡", "card");
    public static final Words BY_CODE = new Words("扫码", "code");
    public static final Words PAYMENTS = new Words("笔数", "Payments");
    public static final Words AMOUNT = new Words("金额（元）", "Amount (yuan)");
    public static final Words DIFFERENCES = new Words("差异", "Differences");
    public static final Words NONE = new Words("没有差异。", "None.");

    private DayTexts() {}
}
