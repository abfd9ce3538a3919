package io.zizhu.driver.finger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.finger.FingerTemplate;
import io.zizhu.device.finger.Match;
import io.zizhu.driver.finger.MinutiaeRecord.Minutia;
import io.zizhu.driver.finger.MinutiaeRecord.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FingerMatcherTest {
    private final FingerMatcher bare = new FingerMatcher(List.of());

    private static FingerTemplate template(long seed, int count) {
        Random chance = new Random(seed);
        List<Minutia> minutiae = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            minutiae.add(new Minutia(
                    1 + chance.nextInt(2), chance.nextInt(300), chance.nextInt(400), chance.nextInt(256), 50));
        }
        return of(new MinutiaeRecord(300, 400, 197, 197, List.of(new View(2, 0, 0, 80, minutiae))));
    }

    private static FingerTemplate of(MinutiaeRecord record) {
        return new FingerTemplate(FingerTemplate.Form.ISO_19794_2_2005, Minutiae.write(record));
    }

    @Test
    void a_template_is_the_same_as_itself_and_different_from_another() {
        Match.Same same = assertInstanceOf(Match.Same.class, bare.compare(template(1, 40), template(1, 40)));
        assertTrue(same.judgement().score() > 100, same::toString);
        assertEquals(40, same.judgement().threshold());
        assertEquals("sourceafis-3.18.1", same.judgement().comparer());
        assertInstanceOf(Match.Different.class, bare.compare(template(1, 40), template(2, 40)));
    }

    @Test
    void too_few_points_prove_nothing() {
        Match.NotCompared few =
                assertInstanceOf(Match.NotCompared.class, bare.compare(template(1, 11), template(1, 40)));
        assertEquals(Match.Reason.TOO_FEW_POINTS, few.reason());
    }

    @Test
    void the_best_view_of_a_record_counts() {
        MinutiaeRecord good =
                ((Minutiae.Read.Whole) Minutiae.read(template(1, 40).bytes())).minutiae();
        View poor = new View(2, 1, 0, 10, List.of());
        MinutiaeRecord both = new MinutiaeRecord(
                300, 400, 197, 197, List.of(poor, good.views().getFirst()));
        assertInstanceOf(Match.Same.class, bare.compare(of(both), template(1, 40)));
    }

    @Test
    void a_card_is_compared_by_a_plug_in_alone() {
        FingerTemplate card = new FingerTemplate(FingerTemplate.Form.CARD_GA_490, new byte[512]);
        FingerTemplate print = template(1, 40);
        assertFalse(bare.understandsCards());
        assertEquals(
                Match.Reason.NO_COMPARER,
                assertInstanceOf(Match.NotCompared.class, bare.compare(print, card))
                        .reason());
        FingerMatcher licensed = new FingerMatcher(List.of(new Licensed()));
        assertTrue(licensed.understandsCards());
        assertInstanceOf(Match.Same.class, licensed.compare(print, card));
        assertEquals(
                Match.Reason.NO_COMPARER,
                assertInstanceOf(Match.NotCompared.class, licensed.compare(card, print))
                        .reason());
    }

    /** A vendor's comparer for a live print and the card's. */
    private static final class Licensed implements FingerComparer {
        @Override
        public boolean understands(FingerTemplate.Form probe, FingerTemplate.Form reference) {
            return probe == FingerTemplate.Form.ISO_19794_2_2005 && reference == FingerTemplate.Form.CARD_GA_490;
        }

        @Override
        public Match compare(FingerTemplate probe, FingerTemplate reference) {
            return new Match.Same(new Match.Judgement(1, 1, "licensed"));
        }
    }

    /** Whatever passes the parser must not make the library throw: all minutiae in one point, on a line, at the edge. */
    @Property(tries = 40)
    void whatever_the_parser_lets_through_is_judged(
            @ForAll @IntRange(min = 12, max = 255) int count,
            @ForAll @IntRange(min = 1, max = 65535) int width,
            @ForAll @IntRange(min = 99, max = 2000) int density,
            @ForAll long seed) {
        Random chance = new Random(seed);
        int reach = 1 + chance.nextInt(Math.min(width, 16384));
        List<Minutia> minutiae = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            minutiae.add(new Minutia(
                    chance.nextInt(3), chance.nextInt(reach), chance.nextInt(reach), chance.nextInt(256), 0));
        }
        MinutiaeRecord record =
                new MinutiaeRecord(width, width, density, density, List.of(new View(0, 0, 0, 0, minutiae)));
        Match match = bare.compare(of(record), of(record));
        assertFalse(match instanceof Match.NotCompared, match::toString);
    }
}
