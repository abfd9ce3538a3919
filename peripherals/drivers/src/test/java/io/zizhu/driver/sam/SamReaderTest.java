package io.zizhu.driver.sam;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceId;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Status;
import io.zizhu.device.camera.Portrait;
import io.zizhu.device.card.CardReader;
import io.zizhu.device.card.IdCard;
import io.zizhu.device.card.Reading;
import io.zizhu.device.finger.FingerTemplate;
import io.zizhu.device.profile.Ability;
import io.zizhu.driver.link.MemoryLink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader against scripted answers: the status table, retries, wiping. */
@Timeout(20)
class SamReaderTest {
    private static final Binding BINDING =
            new Binding(new DeviceId("id-reader"), "sam-serial", Map.of("port", "memory", "poll-ms", "20"));

    private final MemoryLink line = new MemoryLink();
    private final Map<String, Queue<byte[]>> answers = new HashMap<>();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private PhotoDecoder photos = PhotoDecoder.none();

    @AfterEach
    void cut() {
        line.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2002,31,REFUSED",
        "2002,32,REFUSED",
        "2002,33,REFUSED",
        "2002,40,REFUSED",
        "2002,81,MOVED",
        "2002,80,MOVED",
        "2002,47,BROKEN",
        "2002,60,BROKEN",
        "2002,66,BROKEN",
        "2002,21,MISCONFIGURED",
        "2002,23,MISCONFIGURED",
        "2002,24,MISCONFIGURED",
        "3001,41,MOVED",
        "3001,91,REFUSED",
        "3001,55,GARBLED",
        "2001,60,BROKEN"
    })
    void every_status_means_what_the_reference_says(String command, String status, Fault.Kind kind) throws Exception {
        card();
        answers.put(command, new ArrayDeque<>());
        script(command, status);
        Reading.Failed failed = assertInstanceOf(Reading.Failed.class, read());
        assertEquals(kind, failed.fault().kind());
        assertTrue(failed.fault().detail().contains(status), failed.fault().detail());
    }

    @ParameterizedTest
    @CsvSource({"10", "11"})
    void line_noise_at_the_modules_end_is_asked_again_once(String noise) throws Exception {
        card();
        answers.put("3001", new ArrayDeque<>());
        script("3001", noise);
        script("3001", 0x90, body());
        assertInstanceOf(Reading.Card.class, read());

        asked.clear();
        script("2001", 0x9F, new byte[4]);
        script("2002", 0x90, new byte[8]);
        script("3001", noise);
        script("3001", noise);
        Reading.Failed twice = assertInstanceOf(Reading.Failed.class, reader.read(Patience.ofMillis(5000)));
        assertEquals(Fault.Kind.GARBLED, twice.fault().kind());
        assertEquals(2, asked.stream().filter("3001"::equals).count());
    }

    @Test
    void a_spoilt_answer_is_not_replaced_by_a_frame_inside_its_photo() throws Exception {
        card();
        byte[] body = body();
        System.arraycopy(HexFormat.of().parseHex("aaaaaa9669000400009094"), 0, body, 700, 11);
        byte[] spoilt = FramesTest.answer(0x90, body);
        spoilt[spoilt.length - 1] ^= 1;
        Queue<byte[]> reads = new ArrayDeque<>();
        reads.add(spoilt);
        reads.add(FramesTest.answer(0x90, body));
        answers.put("3001", reads);
        assertInstanceOf(Reading.Card.class, read());
    }

    @Test
    void the_bluetooth_variants_bytes_are_no_answer() throws Exception {
        answers.put("11ff", new ArrayDeque<>());
        answers.get("11ff").add(HexFormat.of().parseHex("aaaaaa96690005050505"));
        answers.get("11ff").add(HexFormat.of().parseHex("aaaaaa96690005050505"));
        serve();
        DeviceAway away = assertThrows(DeviceAway.class, this::open);
        assertEquals(Fault.Kind.SILENT, away.fault().kind());
    }

    @Test
    void the_photos_bytes_reach_the_plug_in_and_are_wiped_behind_it() throws Exception {
        AtomicReference<byte[]> kept = new AtomicReference<>();
        AtomicReference<byte[]> seen = new AtomicReference<>();
        photos = wlt -> {
            kept.set(wlt);
            seen.set(wlt.clone());
            return Optional.of(new Portrait(new byte[] {1}));
        };
        card();
        IdCard card = assertInstanceOf(Reading.Card.class, read()).card();
        assertTrue(card.photo().isPresent());
        assertArrayEquals(Arrays.copyOfRange(body(), 260, 1284), seen.get());
        assertArrayEquals(new byte[1024], kept.get());
    }

    @Test
    void the_pulse_tells_what_the_last_find_saw_and_what_the_module_says_of_itself() throws Exception {
        card();
        serve();
        open();
        assertEquals(Media.UNKNOWN, reader.pulse().media());
        assertInstanceOf(Reading.Card.class, reader.read(Patience.ofMillis(5000)));
        assertEquals(Media.PRESENT, reader.pulse().media());
        assertInstanceOf(Reading.Nothing.class, reader.read(Patience.ofMillis(100)));
        assertEquals(Media.NOT_PRESENT, reader.pulse().media());
        script("11ff", "60");
        assertEquals(Status.HARDWARE_ERROR, reader.pulse().status());
    }

    @Test
    void a_module_that_knows_no_fingers_reads_the_card_all_the_same_and_is_not_asked_again() throws Exception {
        card();
        script("3010", "21");
        serve();
        open();
        assertTrue(reader.abilities().contains(Ability.READ_FINGERS));
        Set<Ability> also = Set.of(Ability.READ_FINGERS);
        assertInstanceOf(Reading.Card.class, reader.read(also, Patience.ofMillis(5000)));
        assertEquals(Set.of(Ability.READ_NEW_ADDRESS), reader.abilities());
        card();
        assertInstanceOf(Reading.Card.class, reader.read(also, Patience.ofMillis(5000)));
        assertEquals(1, asked.stream().filter("3010"::equals).count());
    }

    @ParameterizedTest
    @CsvSource({"0,1297", "1,1809", "2,2321"})
    void fingers_are_cut_by_the_lengths_the_answer_declares(int fingers, int frame) throws Exception {
        byte[] base = body();
        byte[] body = new byte[6 + 256 + 1024 + 512 * fingers];
        System.arraycopy(base, 0, body, 0, 4);
        body[4] = (byte) (2 * fingers);
        System.arraycopy(base, 4, body, 6, 1280);
        Arrays.fill(body, 1286, body.length, (byte) 0x46);
        assertEquals(frame, FramesTest.answer(0x90, body).length);
        script("2001", 0x9F, new byte[4]);
        script("2002", 0x90, new byte[8]);
        script("3010", 0x90, body);
        serve();
        open();
        Reading reading = reader.read(Set.of(Ability.READ_FINGERS), Patience.ofMillis(5000));
        IdCard card = assertInstanceOf(Reading.Card.class, reading).card();
        assertEquals(fingers, card.more().fingers().size());
        card.wipe();
        for (FingerTemplate template : card.more().fingers()) {
            assertEquals(FingerTemplate.Form.CARD_GA_490, template.form());
            assertArrayEquals(new byte[512], template.bytes());
        }
    }

    @Test
    void a_picture_without_a_decoder_is_there_but_not_decoded_and_a_decoder_that_fails_takes_nothing_else_away()
            throws Exception {
        card();
        IdCard card = assertInstanceOf(Reading.Card.class, read()).card();
        assertEquals(IdCard.Picture.NOT_DECODED, card.more().picture());
        assertFalse(reader.abilities().contains(Ability.DECODE_PHOTO));
        photos = wlt -> {
            throw new IllegalStateException("broken plug-in");
        };
        card();
        open();
        assertTrue(reader.abilities().contains(Ability.DECODE_PHOTO));
        card = assertInstanceOf(Reading.Card.class, reader.read(Patience.ofMillis(5000)))
                .card();
        assertEquals(IdCard.Picture.NOT_DECODED, card.more().picture());
    }

    @Test
    void the_modules_number_is_a_fact_of_the_reader() throws Exception {
        script("12ff", 0x90, HexFormat.of().parseHex("05000300" + "01293501" + "2a000000" + "67120000"));
        serve();
        open();
        assertEquals(Map.of("sam-id", "05.03-20261121-0000000042-0000004711"), reader.facts());
    }

    private CardReader reader;

    private Reading read() throws Exception {
        serve();
        open();
        return reader.read(Patience.ofMillis(5000));
    }

    private void open() throws DeviceAway {
        reader = (CardReader) new SamDriver(binding -> line, photos).open(BINDING);
    }

    /** One good card. */
    private void card() {
        script("2001", 0x9F, new byte[4]);
        script("2002", 0x90, new byte[8]);
        script("3001", 0x90, body());
    }

    private static byte[] body() {
        byte[] body = new byte[4 + 256 + 1024];
        Arrays.fill(body, (byte) 0x5A);
        body[0] = 1;
        body[1] = 0;
        body[2] = 4;
        body[3] = 0;
        System.arraycopy(CardTextTest.citizen(), 0, body, 4, 256);
        return body;
    }

    private void script(String command, String status) {
        script(command, Integer.parseInt(status, 16), new byte[0]);
    }

    private void script(String command, int status, byte[] data) {
        answers.computeIfAbsent(command, _ -> new ConcurrentLinkedQueue<>()).add(FramesTest.answer(status, data));
    }

    private void serve() {
        InputStream in = line.farInput();
        OutputStream out = line.farOutput();
        Thread.ofVirtual().start(() -> {
            try {
                for (byte[] frame = in.readNBytes(10); frame.length == 10; frame = in.readNBytes(10)) {
                    String command = HexFormat.of().formatHex(frame, 7, 9);
                    asked.add(command);
                    byte[] answer =
                            answers.getOrDefault(command, new ArrayDeque<>()).poll();
                    out.write(answer != null ? answer : otherwise(command));
                }
            } catch (IOException cut) {
                line.close();
            }
        });
    }

    private static byte[] otherwise(String command) {
        return FramesTest.answer(command.equals("2001") ? 0x80 : 0x90, new byte[0]);
    }
}
