package io.zizhu.driver.face.sight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.DeviceAway;
import io.zizhu.driver.camera.Natives;
import io.zizhu.driver.face.People;
import io.zizhu.driver.face.model.ModelFolder;
import io.zizhu.driver.face.model.Thresholds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real models on the rendered people: it proves that the plumbing is right, nothing about real faces. */
class RecognitionTest {
    private static final int PEOPLE = 16;

    private static Eye eye;
    private static Thresholds thresholds;

    @BeforeAll
    static void load() throws DeviceAway {
        Natives.load();
        thresholds = Thresholds.read(People.THRESHOLDS);
        eye = new Eye(ModelFolder.at(People.MODELS), thresholds);
    }

    private static Seen.Face face(byte[] jpeg) {
        return assertInstanceOf(Seen.Face.class, eye.see(jpeg));
    }

    private static List<Seen.Face> all(String name) {
        List<Seen.Face> all = new ArrayList<>();
        for (int person = 1; person <= PEOPLE; person++) {
            all.add(face(People.picture(person, name)));
        }
        return all;
    }

    @Test
    void everybody_is_accepted_and_nobody_is_accepted_for_another() {
        List<Seen.Face> photos = all("id-photo");
        for (String name : List.of("live-1", "live-2")) {
            List<Seen.Face> lives = all(name);
            for (int one = 0; one < PEOPLE; one++) {
                assertTrue(lives.get(one).judgeable(), name + " of " + (one + 1));
                for (int other = 0; other < PEOPLE; other++) {
                    double score = photos.get(one).cosine(lives.get(other));
                    assertEquals(one == other, score >= thresholds.accept(), () -> name + " scored " + score);
                }
            }
        }
    }

    @Test
    void the_scores_are_those_that_were_measured_when_the_pictures_were_made() {
        double alike = face(People.picture(6, "id-photo")).cosine(face(People.picture(8, "live-1")));
        assertEquals(0.958, alike, 0.003, "the closest pair");
        double distant = face(People.picture(9, "id-photo")).cosine(face(People.picture(13, "live-1")));
        assertEquals(0.80, distant, 0.03);
    }

    @Test
    void heads_turned_aside_are_not_judged_and_far_ones_are_seen_with_less_quality() {
        for (int person = 1; person <= PEOPLE; person++) {
            assertFalse(face(People.picture(person, "turn-left")).judgeable());
            assertFalse(face(People.picture(person, "turn-right")).judgeable());
            double far = face(People.picture(person, "far")).quality();
            assertTrue(far < face(People.picture(person, "live-1")).quality());
        }
    }

    @Test
    void a_picture_of_another_size_gives_the_same_person() {
        double score = face(People.large(5)).cosine(face(People.picture(5, "live-1")));
        assertTrue(score > 0.98, "scored " + score);
    }

    @Test
    void the_still_is_cut_like_an_id_photo() {
        byte[] live = People.picture(2, "live-1");
        byte[] still = eye.still(live, face(live));
        assertEquals(358, People.image(still).getWidth());
        assertEquals(441, People.image(still).getHeight());
        List<Spot> cut = face(still).mesh();
        List<Spot> photo = face(People.picture(2, "id-photo")).mesh();
        assertTrue(cut.get(33).to(photo.get(33)) < 20 && cut.get(152).to(photo.get(152)) < 25);
    }

    @Test
    void what_is_no_picture_or_no_face_is_said_so() {
        assertEquals(new Seen.NoFace(), eye.see(People.empty()));
        assertEquals(new Seen.NoFace(), eye.see(People.black()));
        assertEquals(new Seen.Faces(2), eye.see(People.two(1, 2)));
        assertEquals(new Seen.Unreadable(), eye.see(new byte[0]));
        byte[] cut = java.util.Arrays.copyOf(People.picture(1, "live-1"), 150);
        assertInstanceOf(Seen.Unreadable.class, eye.see(cut));
    }
}
