package io.zizhu.driver.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.camera.Look;
import io.zizhu.driver.face.model.Thresholds;
import io.zizhu.driver.face.sight.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Thresholds THRESHOLDS = new Thresholds("t.json", "e", "for the test", 0.9, 0.5, 64, 0.45, 15);

    private final Comparison comparison = new Comparison(face(1, true), THRESHOLDS, "m @ t.json");

    private static Seen.Face face(double cosine, boolean judgeable) {
        float[] numbers = {(float) cosine, (float) Math.sqrt(1 - cosine * cosine)};
        return new Seen.Face(numbers, 0.777, judgeable, List.of(), new Seen.Measures(100, 0, 100, 20));
    }

    @Test
    void one_lucky_picture_is_not_enough_and_two_in_a_row_are() {
        assertFalse(comparison.saw(face(0.95, true)));
        assertFalse(comparison.saw(face(0.7, true)));
        assertFalse(comparison.saw(face(0.95, true)));
        assertFalse(comparison.saw(new Seen.NoFace()));
        assertFalse(comparison.saw(face(0.95, true)));
        assertTrue(comparison.saw(face(0.91, true)));
    }

    @Test
    void a_picture_that_is_not_good_enough_decides_nothing() {
        assertFalse(comparison.saw(face(0.99, false)));
        assertFalse(comparison.saw(face(0.99, false)));
        assertEquals(new Look.Nobody(), comparison.sofar());
    }

    @Test
    void the_best_picture_speaks_at_the_end() {
        comparison.saw(face(0.2, true));
        assertInstanceOf(Look.Different.class, comparison.sofar());
        comparison.saw(face(0.5123, true));
        comparison.saw(face(0.3, true));
        Look.Unsure unsure = assertInstanceOf(Look.Unsure.class, comparison.sofar());
        assertEquals(new Look.Judgement(0.78, 0.51, "m @ t.json", Look.Liveness.NOT_CHECKED), unsure.judgement());
    }

    @Test
    void a_passer_by_is_no_crowd_but_somebody_who_stays_is_until_he_leaves() {
        comparison.saw(face(0.7, true));
        comparison.saw(new Seen.Faces(2));
        comparison.saw(new Seen.Faces(2));
        assertInstanceOf(Look.Unsure.class, comparison.sofar());
        comparison.saw(new Seen.Faces(2));
        assertEquals(new Look.Several(), comparison.sofar());
        comparison.saw(new Seen.NoFace());
        assertEquals(new Look.Several(), comparison.sofar());
        comparison.saw(face(0.7, true));
        assertInstanceOf(Look.Unsure.class, comparison.sofar());
    }
}
