package io.zizhu.driver.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A USB bus that {@code umockdev-run} plays to a JVM of its own: hub, devices, and what happens on their endpoints. Two
 * forms: an ioctl tree, which answers at once and compares what is sent; and a recording of usbmon, in which an IN
 * transfer without an answer stays pending, so that libusb's own time-out runs.
 */
public final class MockBus {
    private static final String HUB =
            "12010002090001406b1d02000506030201010109021900010100e0000904000001090000000705810304000c";

    private final Path folder;
    private final StringBuilder devices = new StringBuilder();
    private final List<String> command = new ArrayList<>(List.of("umockdev-run", "-d"));
    private int last = 1;

    public MockBus(Path folder) {
        this.folder = folder;
        command.add(folder.resolve("devices").toString());
        devices.append(entry("usb1", 1, HUB, 480, "A: maxchild=4\\n\n"));
    }

    /** Whether this machine can play at all. */
    public static boolean installed() {
        return Files.isExecutable(Path.of("/usr/bin/umockdev-run"));
    }

    /**
     * Plugs in one more device.
     *
     * @param rest interface and endpoint descriptors behind the configuration's own nine bytes
     */
    public MockBus device(String id, String rest) {
        String vendor = id.substring(2, 4) + id.substring(0, 2);
        String product = id.substring(7, 9) + id.substring(5, 7);
        String length = HexFormat.of().toHexDigits((byte) (9 + rest.length() / 2));
        last++;
        String descriptors =
                "1201000200000040" + vendor + product + "000101020301" + "0902" + length + "0001010080" + "32" + rest;
        devices.append('\n').append(entry("usb1/1-" + (last - 1), last, descriptors, 12, ""));
        return this;
    }

    /** What the last device's endpoints answer, an ioctl tree. */
    MockBus answers(String tree) throws IOException {
        String node = String.format("/dev/bus/usb/001/%03d", last);
        Path file = Files.writeString(folder.resolve("ioctl"), "@DEV " + node + "\n" + tree);
        command.addAll(List.of("-i", node + "=" + file));
        return this;
    }

    /** What happens on the last device's endpoints, in this order. */
    public MockBus happens(Urb... urbs) throws IOException {
        ByteBuffer recording = ByteBuffer.allocate(64 * 1024).order(ByteOrder.LITTLE_ENDIAN);
        recording
                .putInt(0xa1b2c3d4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putInt(0)
                .putInt(0);
        recording.putInt(65536).putInt(220); // DLT_USB_LINUX_MMAPPED
        long id = 1;
        for (Urb urb : urbs) {
            urb.write(recording, 'S', id, last);
            urb.write(recording, 'C', id++, last);
        }
        byte[] bytes = new byte[recording.position()];
        recording.get(0, bytes);
        Path file = Files.write(folder.resolve("recording.pcap"), bytes);
        command.addAll(List.of("-p", "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-" + (last - 1) + "=" + file));
        return this;
    }

    /**
     * One transfer, first asked for and then done, as usbmon writes it; all in hexadecimal.
     *
     * @param length how many bytes are asked for
     */
    public record Urb(int type, int endpoint, String setup, int length, String sent, String came) {
        private static final int CONTROL = 2;
        private static final int BULK = 3;

        public static Urb out(int endpoint, String sent) {
            return new Urb(BULK, endpoint, "", sent.length() / 2, sent, "");
        }

        /** Asked for with a packet's length, as the link does. */
        public static Urb in(int endpoint, String came) {
            return new Urb(BULK, endpoint, "", 64, "", came);
        }

        static Urb asked(String setup, String came) {
            return new Urb(CONTROL, 0x80, setup, came.length() / 2, "", came);
        }

        void write(ByteBuffer to, char event, long id, int device) {
            boolean first = event == 'S';
            byte[] data = HexFormat.of().parseHex(first ? sent : came);
            int moved = first ? length : Math.max(sent.length() / 2, data.length);
            boolean setUp = first && !setup.isEmpty();
            to.putInt(0).putInt(0).putInt(64 + data.length).putInt(64 + data.length);
            to.putLong(id)
                    .put((byte) event)
                    .put((byte) type)
                    .put((byte) endpoint)
                    .put((byte) device);
            to.putShort((short) 1).put((byte) (setUp ? 0 : '-')).put((byte) (data.length > 0 ? 0 : '<'));
            to.putLong(0).putInt(0).putInt(first ? -115 : 0).putInt(moved).putInt(data.length);
            to.put(setUp ? HexFormat.of().parseHex(setup) : new byte[8]);
            to.putInt(0).putInt(0).putInt(0).putInt(0).put(data);
        }
    }

    List<String> play(String... words) throws IOException, InterruptedException {
        return play(UsbReplay.class, words);
    }

    /** Plays it to a JVM that runs this main; what it printed, line by line. */
    public List<String> play(Class<?> main, String... words) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("devices"), devices);
        command.addAll(List.of(
                "--", Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(words));
        Process jvm = new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile())
                .start();
        try (InputStream said = jvm.getInputStream()) {
            List<String> lines = new String(said.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (!jvm.waitFor(30, TimeUnit.SECONDS) || jvm.exitValue() != 0) {
                throw new AssertionError(lines + Files.readString(folder.resolve("errors")));
            }
            return lines;
        } finally {
            jvm.destroyForcibly();
        }
    }

    private static String entry(String path, int number, String descriptors, int speed, String more) {
        return """
                P: /devices/pci0000:00/0000:00:14.0/%1$s
                N: bus/usb/001/%2$03d=%3$s
                E: DEVNAME=/dev/bus/usb/001/%2$03d
                E: DEVTYPE=usb_device
                E: BUSNUM=001
                E: DEVNUM=%2$03d
                E: SUBSYSTEM=usb
                A: busnum=1\\n
                A: devnum=%2$d
                A: speed=%4$d
                A: bConfigurationValue=1\\n
                %5$sH: descriptors=%3$s
                """.formatted(path, number, descriptors.toUpperCase(Locale.ROOT), speed, more);
    }
}
