package io.zizhu.touch.staff.words;

import io.zizhu.catalogue.Words;
import io.zizhu.service.upkeep.Upkeep;

/** What the staff read when something was not done, and whether a second person may still help. */
public final class Refusals {
    private Refusals() {}

    public static Words words(Upkeep.Why why, String detail) {
        Words words = words(why);
        return detail.isEmpty() ? words : new Words(words.zh() + " " + detail, words.en() + " " + detail);
    }

    private static Words words(Upkeep.Why why) {
        return switch (why) {
            case SECOND_NEEDED -> Words.NONE;
            case SECOND_REFUSED -> StaffTexts.SECOND_REFUSED;
            case SAME_PERSON -> StaffTexts.SAME_PERSON;
            case NO_SUPERVISOR -> StaffTexts.NO_SUPERVISOR;
            case NO_BADGES -> StaffTexts.NO_BADGES;
            case NO_NUMBER -> StaffTexts.NUMBER_BAD;
            case NO_RANGE -> StaffTexts.NO_RANGE;
            case NUMBER_USED -> StaffTexts.NUMBER_USED;
            case NUMBERED_IN -> StaffTexts.NUMBERED_IN;
            case PLAIN_IN -> StaffTexts.PLAIN_IN;
            case COUNT_BY_NUMBER -> StaffTexts.COUNT_BY_NUMBER;
            case ONE_BY_ONE -> StaffTexts.ONE_BY_ONE;
            case REASON_NEEDED -> StaffTexts.REASON_NEEDED;
        };
    }

    /** Whether the page of the second person is the place to say it. */
    public static boolean second(Upkeep.Why why) {
        return switch (why) {
            case SECOND_NEEDED, SECOND_REFUSED, SAME_PERSON, NO_SUPERVISOR -> true;
            case NO_BADGES,
                    NO_NUMBER,
                    NO_RANGE,
                    NUMBER_USED,
                    NUMBERED_IN,
                    PLAIN_IN,
                    COUNT_BY_NUMBER,
                    ONE_BY_ONE,
                    REASON_NEEDED -> false;
        };
    }
}
