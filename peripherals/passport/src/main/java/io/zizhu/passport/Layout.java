package io.zizhu.passport;

import io.zizhu.device.passport.Mrz;
import java.util.List;

/**
 * Where the fields stand, counted over all lines joined. TD1: Doc 9303-5, 4.2; TD2: Doc 9303-6, 4.2; TD3: Doc 9303-4,
 * 4.2. A check digit stands right behind number, birth and expiry; on TD3 one stands behind the optional data too.
 *
 * @param composite what the last check digit covers, in this order
 * @param compositeDigit the place of that digit
 */
record Layout(
        Mrz.Form form,
        int length,
        Span names,
        Span number,
        Span nationality,
        Span birth,
        int sex,
        Span expiry,
        List<Span> optional,
        List<Span> composite,
        int compositeDigit) {

    static final List<Layout> ALL = List.of(
            new Layout(
                    Mrz.Form.TD1,
                    90,
                    new Span(60, 90),
                    new Span(5, 14),
                    new Span(45, 48),
                    new Span(30, 36),
                    37,
                    new Span(38, 44),
                    List.of(new Span(15, 30), new Span(48, 59)),
                    List.of(new Span(5, 30), new Span(30, 37), new Span(38, 45), new Span(48, 59)),
                    59),
            new Layout(
                    Mrz.Form.TD2,
                    72,
                    new Span(5, 36),
                    new Span(36, 45),
                    new Span(46, 49),
                    new Span(49, 55),
                    56,
                    new Span(57, 63),
                    List.of(new Span(64, 71)),
                    List.of(new Span(36, 46), new Span(49, 56), new Span(57, 71)),
                    71),
            new Layout(
                    Mrz.Form.TD3,
                    88,
                    new Span(5, 44),
                    new Span(44, 53),
                    new Span(54, 57),
                    new Span(57, 63),
                    64,
                    new Span(65, 71),
                    List.of(new Span(72, 86)),
                    List.of(new Span(44, 54), new Span(57, 64), new Span(65, 87)),
                    87));

    /** From, inclusive, to, exclusive; {@code to} is also the place of the field's check digit where it has one. */
    record Span(int from, int to) {
        String of(String zone) {
            return zone.substring(from, to);
        }
    }
}
