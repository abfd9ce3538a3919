package io.zizhu.sim.peer.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.people.People;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CameraPeerTest {
    private static final Path PEOPLE = Path.of("../../packaging/training/people");

    /** The second, in a comment segment of the JPEG. */
    private static final int COMMENT = 12;

    private CameraPeer camera;

    @BeforeEach
    void camera() throws IOException {
        camera = CameraPeer.face(0, People.load(PEOPLE));
    }

    @AfterEach
    void close() {
        camera.close();
    }

    @Test
    void frames_come_with_their_length_first_and_follow_the_stage() throws Exception {
        try (Socket viewer = view()) {
            DataInputStream in = new DataInputStream(viewer.getInputStream());
            assertEquals(640, decoded(frame(in)).getWidth());
            camera.act("show", Map.of("person", "p05", "as", "turn-left"));
            byte[] expected = Files.readAllBytes(PEOPLE.resolve("05/turn-left.jpg"));
            byte[] seen = frame(in);
            for (int tries = 0; tries < 20 && seen.length != expected.length + COMMENT; tries++) {
                seen = frame(in);
            }
            assertArrayEquals(
                    Arrays.copyOfRange(expected, 2, expected.length),
                    Arrays.copyOfRange(seen, 2 + COMMENT, seen.length));
        }
    }

    @Test
    void every_way_of_showing_somebody_is_a_whole_picture() throws Exception {
        for (String as : new String[] {"person", "photo", "two", "nobody", "far"}) {
            camera.act("show", Map.of("person", "p16", "as", as));
            BufferedImage picture = decoded(camera.picture().orElseThrow());
            assertEquals("640x480", picture.getWidth() + "x" + picture.getHeight(), as);
            Files.write(
                    Path.of("target/camera-" + as + ".jpg"), camera.picture().orElseThrow());
        }
        assertThrows(Refused.class, () -> camera.act("show", Map.of("person", "p16", "as", "../../x")));
        assertThrows(Refused.class, () -> camera.act("show", Map.of()));
    }

    @Test
    void lens_light_and_a_frozen_picture_are_played_and_ended() throws Exception {
        BufferedImage before = decoded(camera.picture().orElseThrow());
        for (String act : new String[] {"cover", "dark", "bright"}) {
            camera.act(act, Map.of());
            int shade = decoded(camera.picture().orElseThrow()).getRGB(320, 100) & 0xFF;
            assertEquals(act.equals("bright") ? 255 : act.equals("dark") ? 40 : 2, shade, 12, act);
        }
        camera.act("shrink", Map.of());
        camera.act("uncover", Map.of());
        assertEquals(320, decoded(camera.picture().orElseThrow()).getWidth());
        camera.act("clear", Map.of());
        assertEquals(
                before.getRGB(320, 100) & 0xFF,
                decoded(camera.picture().orElseThrow()).getRGB(320, 100) & 0xFF,
                12);
        try (CameraPeer tray = CameraPeer.document(0, People.load(PEOPLE))) {
            assertEquals(1280, decoded(tray.picture().orElseThrow()).getWidth());
            tray.act("show", Map.of("person", "p03", "document", "household"));
            Files.write(Path.of("target/camera-household.jpg"), tray.picture().orElseThrow());
            assertThrows(Refused.class, () -> tray.act("show", Map.of("person", "p03", "document", "x")));
        }
    }

    @Test
    void unplugged_it_ends_the_stream_and_refuses_and_comes_back_at_the_same_port() throws Exception {
        try (Socket viewer = view()) {
            DataInputStream in = new DataInputStream(viewer.getInputStream());
            frame(in);
            camera.act("unplug", Map.of());
            assertThrows(IOException.class, () -> {
                while (true) {
                    frame(in);
                }
            });
        }
        assertThrows(IOException.class, () -> view().close());
        camera.act("replug", Map.of());
        try (Socket viewer = view()) {
            decoded(frame(new DataInputStream(viewer.getInputStream())));
        }
    }

    private Socket view() throws IOException {
        String source = camera.settings().get("source");
        int port = Integer.parseInt(source.substring(source.lastIndexOf(':') + 1));
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static byte[] frame(DataInputStream in) throws IOException {
        byte[] jpeg = new byte[in.readInt()];
        in.readFully(jpeg);
        return jpeg;
    }

    private static BufferedImage decoded(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }
}
