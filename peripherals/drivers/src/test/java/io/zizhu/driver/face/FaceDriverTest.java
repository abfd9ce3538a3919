package io.zizhu.driver.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceId;
import io.zizhu.device.Driver;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.Status;
import io.zizhu.device.camera.FaceCamera;
import io.zizhu.device.camera.Look;
import io.zizhu.device.keep.Keeper;
import io.zizhu.driver.camera.Natives;
import io.zizhu.driver.face.model.DlibResNet;
import io.zizhu.driver.face.model.ModelFolder;
import io.zizhu.driver.face.model.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.videoio.VideoWriter;
import org.opencv.videoio.Videoio;

/** Settings, files and sources: what opens, and what is said where something does not. */
class FaceDriverTest {
    @TempDir
    Path temp;

    private static Binding binding(Map<String, String> more) {
        Map<String, String> settings =
                new HashMap<>(Map.of("models", People.MODELS.toString(), "thresholds", People.THRESHOLDS.toString()));
        settings.putAll(more);
        return new Binding(new DeviceId("face-camera"), "face-opencv", settings);
    }

    private static Fault refused(Map<String, String> settings) {
        return assertThrows(DeviceAway.class, () -> new FaceDriver().open(binding(settings)))
                .fault();
    }

    private static FaceCamera open(Map<String, String> settings) throws DeviceAway {
        return (FaceCamera) new FaceDriver().open(binding(settings));
    }

    private Path copyOfModels() throws IOException {
        try (Stream<Path> files = Files.list(People.MODELS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, temp.resolve(file.getFileName()));
            }
        }
        return temp;
    }

    private static String still(int person) {
        return "file:" + People.PACKAGING.resolve("training/people/%02d/live-1.jpg".formatted(person));
    }

    @Test
    void the_driver_is_found_by_its_id() {
        assertTrue(ServiceLoader.load(Driver.class).stream()
                .anyMatch(found -> found.type().equals(FaceDriver.class)));
    }

    @Test
    void a_model_with_one_bit_flipped_is_refused_by_name() throws IOException {
        Path models = copyOfModels();
        for (String name : new String[] {"face_recognition_model.bin", "face_landmark.tflite"}) {
            byte[] bytes = Files.readAllBytes(models.resolve(name));
            bytes[bytes.length / 2] ^= 1;
            Files.write(models.resolve(name), bytes);
            Fault fault = refused(Map.of("source", still(1), "models", models.toString()));
            assertEquals(Fault.Kind.MISCONFIGURED, fault.kind());
            assertTrue(fault.detail().contains(name), fault.detail());
        }
        Files.delete(models.resolve("face_detection_short_range.tflite"));
        Fault fault = refused(Map.of("source", still(1), "models", models.toString()));
        assertEquals(Fault.Kind.MISCONFIGURED, fault.kind());
        assertTrue(fault.detail().contains("face_detection_short_range.tflite"), fault.detail());
    }

    @Test
    void thresholds_of_another_embedder_and_files_outside_the_folder_are_refused() throws IOException {
        Path thresholds = temp.resolve("other.json");
        Files.writeString(
                thresholds, Files.readString(People.THRESHOLDS).replace("dlib-resnet-uint8", "somebody-elses"));
        Fault fault = refused(Map.of("source", still(1), "thresholds", thresholds.toString()));
        assertEquals(Fault.Kind.MISCONFIGURED, fault.kind());
        assertTrue(fault.detail().contains("other.json/embedder"), fault.detail());

        Path models = copyOfModels();
        Path list = models.resolve("models.json");
        Files.writeString(list, Files.readString(list).replace("\"face_landmark", "\"../face_landmark"));
        assertEquals(
                Fault.Kind.MISCONFIGURED,
                refused(Map.of("source", still(1), "models", models.toString())).kind());
    }

    @Test
    void an_operators_own_embedder_fills_the_slot_and_is_named_in_the_verdict() throws Exception {
        Path models = copyOfModels();
        Node manifest = Node.read(models.resolve("face_recognition_model-weights_manifest.json"));
        byte[] onnx = DlibResNet.onnx(manifest, Files.readAllBytes(models.resolve("face_recognition_model.bin")));
        Files.write(models.resolve("own.onnx"), onnx);
        String input = "{\"side\": 150, \"colour\": \"rgb\", \"mean\": [122.782, 117.001, 104.298], \"divide\": 256,"
                + " \"points\": {\"33\": [37.2, 46.6], \"263\": [110.9, 46.6], \"61\": [50.4, 103.0], \"291\": [97.6, 103.0]}}";
        String slots = Files.readString(models.resolve("models.json"));
        String own = slots.substring(0, slots.indexOf("\"embedder\""))
                + "\"embedder\": {\"id\": \"own\", \"form\": \"onnx\", \"input\": " + input
                + ", \"files\": {\"own.onnx\": \"" + ModelFolder.sha256(onnx) + "\"}}}}";
        Files.writeString(models.resolve("models.json"), own);
        Path thresholds = temp.resolve("own-thresholds.json");
        Files.writeString(thresholds, Files.readString(People.THRESHOLDS).replace("dlib-resnet-uint8", "own"));
        Map<String, String> settings =
                Map.of("source", still(9), "models", models.toString(), "thresholds", thresholds.toString());
        try (FaceCamera camera = open(settings)) {
            Look.Same same =
                    assertInstanceOf(Look.Same.class, camera.compare(People.idPhoto(9), Patience.ofMillis(15_000)));
            assertTrue(same.judgement().model().endsWith("+own @ own-thresholds.json"));
        }
        byte[] rubbish = new byte[1000];
        Files.write(models.resolve("own.onnx"), rubbish);
        Files.writeString(
                models.resolve("models.json"), own.replace(ModelFolder.sha256(onnx), ModelFolder.sha256(rubbish)));
        assertEquals(Fault.Kind.MISCONFIGURED, refused(settings).kind());
    }

    @Test
    void every_wrong_setting_is_named() throws IOException {
        for (String source : new String[] {"tcp:127.0.0.1", "tcp:127.0.0.1:70000", "usb:1", "v4l2:x", "file:"}) {
            Fault fault = refused(Map.of("source", source));
            assertEquals(Fault.Kind.MISCONFIGURED, fault.kind(), source);
            assertTrue(fault.detail().contains("face-camera/source"), fault.detail());
        }
        Files.writeString(temp.resolve("t.json"), "{\"accept\": 2, \"gate\": {}}");
        Fault fault = refused(
                Map.of("source", still(1), "thresholds", temp.resolve("t.json").toString()));
        assertTrue(fault.detail().contains("t.json/accept"), fault.detail());
        Files.writeString(temp.resolve("t.json"), "{\"accept\": .9,");
        assertEquals(
                Fault.Kind.MISCONFIGURED,
                refused(Map.of(
                                "source",
                                still(1),
                                "thresholds",
                                temp.resolve("t.json").toString()))
                        .kind());
    }

    @Test
    void a_camera_that_is_not_there_is_lost() {
        Fault v4l2 = refused(Map.of("source", "v4l2:63"));
        assertEquals(new Fault(Fault.Kind.LOST, "v4l2:63: there is no /dev/video63"), v4l2);
        assertEquals(
                Fault.Kind.LOST, refused(Map.of("source", "tcp:127.0.0.1:1")).kind());
        assertEquals(
                Fault.Kind.LOST,
                refused(Map.of("source", "file:" + temp.resolve("none.jpg"))).kind());
        assertEquals(Fault.Kind.LOST, refused(Map.of("source", "file:" + temp)).kind());
    }

    @Test
    void a_folder_of_stills_and_a_film_are_cameras_too() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("stills"));
        Files.write(folder.resolve("1.jpg"), People.empty());
        Files.write(folder.resolve("2.jpg"), People.picture(11, "live-1"));
        Files.write(folder.resolve("3.jpg"), People.picture(11, "live-2"));
        assertSame11("file:" + folder);
        assertSame11("file:" + film());
    }

    private Path film() throws DeviceAway {
        Natives.load();
        Path film = temp.resolve("film.avi");
        VideoWriter writer = new VideoWriter();
        assertTrue(writer.open(
                film.toString(),
                Videoio.CAP_OPENCV_MJPEG,
                VideoWriter.fourcc('M', 'J', 'P', 'G'),
                10,
                new Size(640, 480)));
        Mat frame = Imgcodecs.imread(
                People.PACKAGING.resolve("training/people/11/live-1.jpg").toString());
        for (int i = 0; i < 5; i++) {
            writer.write(frame);
        }
        writer.release();
        frame.release();
        return film;
    }

    private static void assertSame11(String source) throws DeviceAway {
        try (FaceCamera camera = open(Map.of("source", source))) {
            assertInstanceOf(Look.Same.class, camera.compare(People.idPhoto(11), Patience.ofMillis(15_000)));
        }
    }

    @Test
    void a_large_frame_is_shown_small() throws Exception {
        Path large = temp.resolve("large.jpg");
        Files.write(large, People.large(1));
        try (FaceCamera camera = open(Map.of("source", "file:" + large))) {
            byte[] preview = camera.preview().orElseThrow().jpeg();
            assertTrue(People.image(preview).getWidth() <= 640);
        }
    }

    @Test
    void a_covered_lens_and_a_frozen_picture_are_faults() throws Exception {
        Path black = temp.resolve("black.jpg");
        Files.write(black, People.black());
        try (FaceCamera camera = open(Map.of("source", "file:" + black))) {
            assertEquals(Status.USER_ERROR, camera.pulse().status());
        }
        try (FaceCamera camera = open(Map.of("source", still(1), "frozen-after", "1"))) {
            long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
            while (camera.pulse().status() == Status.ONLINE && System.nanoTime() < until) {
                LockSupport.parkNanos(50_000_000L);
            }
            assertEquals(Status.HARDWARE_ERROR, camera.pulse().status());
        }
    }

    @Test
    void rubbish_on_the_wire_is_refused_before_it_is_decoded() {
        try (Feeder feeder = new Feeder()) {
            feeder.show("GET / HTTP/1.1".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            Fault fault = refused(Map.of("source", "tcp:127.0.0.1:" + feeder.port()));
            assertEquals(Fault.Kind.GARBLED, fault.kind(), fault.detail());
        }
        try (Feeder feeder = new Feeder()) {
            feeder.show(new byte[5 * 1024 * 1024]);
            Fault fault = refused(Map.of("source", "tcp:127.0.0.1:" + feeder.port()));
            assertEquals(Fault.Kind.GARBLED, fault.kind(), fault.detail());
        }
    }

    @Test
    void a_keeper_compares_through_it() throws Exception {
        Binding binding = binding(Map.of("source", still(3)));
        try (Keeper<FaceCamera> keeper =
                new Keeper<>(FaceCamera.class, new FaceDriver(), binding, InstantSource.system(), state -> {})) {
            Look look = keeper.ask(
                    Patience.ofMillis(20_000),
                    camera -> camera.compare(People.idPhoto(3), Patience.ofMillis(15_000)),
                    missed -> new Look.Failed(missed.fault()));
            assertInstanceOf(Look.Same.class, look);
            assertTrue(keeper.peek(FaceCamera::preview).orElseThrow().isPresent());
        }
    }

    @Test
    void a_camera_that_was_given_up_while_opening_leaves_nothing_open() throws Exception {
        try (Feeder feeder = new Feeder()) {
            feeder.hang();
            Thread opener = Thread.ofVirtual()
                    .start(() -> assertEquals(
                            Fault.Kind.LOST,
                            refused(Map.of("source", "tcp:127.0.0.1:" + feeder.port()))
                                    .kind()));
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            opener.interrupt();
            assertTrue(opener.join(Duration.ofSeconds(3)));
        }
        Device again = new FaceDriver().open(binding(Map.of("source", still(1))));
        again.close();
    }
}
