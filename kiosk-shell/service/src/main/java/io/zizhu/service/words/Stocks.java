package io.zizhu.service.words;

import io.zizhu.catalogue.Words;
import io.zizhu.service.stock.Stock;
import io.zizhu.service.stock.Supply;
import java.time.Duration;
import java.util.Locale;

/** What supplies are called, and how much of them is said to be there. */
public final class Stocks {
    private static final Duration DAY = Duration.ofDays(1);

    private Stocks() {}

    public static Words name(Supply supply) {
        return switch (supply) {
            case A4 -> new Words("证明纸 A4（张）", "A4 sheets");
            case ROLL -> new Words("凭条纸卷（米）", "Slip roll (metres)");
            case CARD -> new Words("空白卡（张）", "Blank cards");
            case BOOKLET -> new Words("证件本（本）", "Booklets");
            case RIBBON -> new Words("色带（格）", "Ribbon panels");
        };
    }

    /** Such as {@code 182} or {@code 61.3}, in the unit that its name tells. */
    public static String amount(Supply supply, long count) {
        return supply.unit() == 1
                ? Long.toString(count)
                : String.format(Locale.ROOT, "%.1f", count / (double) supply.unit());
    }

    public static Words lasts(Stock stock) {
        if (stock.lasts().isEmpty()) {
            return stock.low() ? new Words("不多了", "Not much left") : new Words("充足", "Enough for now");
        }
        Duration time = stock.lasts().get();
        if (time.compareTo(Duration.ofHours(1)) < 0) {
            return stock.left() <= 0 ? new Words("已用完", "Used up") : new Words("不到 1 小时", "Less than an hour");
        }
        boolean days = time.compareTo(DAY.multipliedBy(2)) >= 0;
        return days
                ? new Words("约 " + time.toDays() + " 天", "About " + time.toDays() + " days")
                : new Words("约 " + time.toHours() + " 小时", "About " + time.toHours() + " hours");
    }
}
