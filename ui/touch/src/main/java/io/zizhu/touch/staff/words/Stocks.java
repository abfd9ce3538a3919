package io.zizhu.touch.staff.words;

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
            case A4 -> StaffTexts.A4;
            case ROLL -> StaffTexts.ROLL;
            case CARD -> StaffTexts.CARD;
            case BOOKLET -> StaffTexts.BOOKLET;
            case RIBBON -> StaffTexts.RIBBON;
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
            return stock.low() ? StaffTexts.LITTLE : StaffTexts.ENOUGH;
        }
        Duration time = stock.lasts().get();
        if (time.compareTo(Duration.ofHours(1)) < 0) {
            return stock.left() <= 0 ? StaffTexts.EMPTY : StaffTexts.WITHIN_HOUR;
        }
        boolean days = time.compareTo(DAY.multipliedBy(2)) >= 0;
        return StaffTexts.with(
                days ? StaffTexts.DAYS_LEFT : StaffTexts.HOURS_LEFT, days ? time.toDays() : time.toHours());
    }
}
