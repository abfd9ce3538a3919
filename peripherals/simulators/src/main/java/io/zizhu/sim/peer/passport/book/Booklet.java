package io.zizhu.sim.peer.passport.book;

import io.zizhu.sim.peer.people.Person;
import java.util.stream.Collectors;

/**
 * What is printed in a fictitious travel document of Utopia: passport (TD3) or card (TD1). Numbers, names and dates are
 * made of the person's id and never of a real document.
 *
 * @param zone the machine readable zone, lines joined
 * @param fields number, birth and expiry as the zone prints them, each with its check digit
 * @param can the card access number on the front
 */
public record Booklet(String number, String birth, String expiry, String zone, String fields, String can) {
    private static final String LONG_EXPIRED = "200131";
    private static final String FAR_AWAY = "361231";

    /**
     * Prints one.
     *
     * @param card TD1 instead of TD3
     * @param expired valid until January 2020
     */
    public static Booklet of(Person person, boolean card, boolean expired) {
        String serial = person.id().replaceAll("\\D", "");
        String number = "ZZ" + "0".repeat(7 - serial.length()) + serial;
        String birth = person.birth().substring(2);
        String validTo = person.validTo().matches("\\d{8}") ? person.validTo().substring(2) : FAR_AWAY;
        String expiry = expired ? LONG_EXPIRED : validTo;
        String fields = checked(number) + checked(birth) + checked(expiry);
        String names = "SPECIMEN<<PERSON<" + spelled(serial);
        String zone = card
                ? card(checked(number), checked(birth), person.sex(), checked(expiry), names)
                : passport(checked(number), checked(birth), person.sex(), checked(expiry), names);
        return new Booklet(number, birth, expiry, zone, fields, "9" + "0".repeat(5 - serial.length()) + serial);
    }

    private static String passport(String number, String birth, String sex, String expiry, String names) {
        String second = number + "UTO" + birth + sex + expiry + filled("", 14) + "0";
        String covered = number + birth + expiry + filled("", 14) + "0";
        return filled("P<UTO" + names, 44) + second + digit(covered);
    }

    private static String card(String number, String birth, String sex, String expiry, String names) {
        String first = filled("I<UTO" + number, 30);
        String covered = first.substring(5) + birth + expiry + filled("", 11);
        return first + birth + sex + expiry + "UTO" + filled("", 11) + digit(covered) + filled(names, 30);
    }

    private static String spelled(String digits) {
        String[] words = {"ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE"};
        return digits.chars().mapToObj(digit -> words[digit - '0']).collect(Collectors.joining("<"));
    }

    private static String filled(String text, int length) {
        return text + "<".repeat(length - text.length());
    }

    private static String checked(String field) {
        return field + digit(field);
    }

    /** Doc 9303-3, 4.9. */
    private static char digit(String field) {
        int sum = 0;
        for (int i = 0; i < field.length(); i++) {
            char each = field.charAt(i);
            int value = each == '<' ? 0 : Character.digit(each, 36);
            sum += value * new int[] {7, 3, 1}[i % 3];
        }
        return (char) ('0' + sum % 10);
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
