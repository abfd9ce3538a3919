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
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CameraPeerTest {
    private static final Path PEOPLE = Path.of("../../packaging/training/people");

    private CameraPeer camera;

    @BeforeEach
    void camera() throws IOException {
        camera = new CameraPeer(0, People.load(PEOPLE));
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
            for (int tries = 0; tries < 20 && seen.length != expected.length; tries++) {
                seen = frame(in);
            }
            assertArrayEquals(expected, seen);
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
