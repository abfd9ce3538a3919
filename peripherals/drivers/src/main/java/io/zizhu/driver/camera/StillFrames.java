package io.zizhu.driver.camera;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One JPEG, or a folder of them in the order of their names, over and over, eight frames a second. */
final class StillFrames implements FrameSource {
    private static final long PERIOD_MILLIS = 125;
    private static final int MOST_FILES = 1000;

    private final List<Path> pictures;
    private final CountDownLatch closed = new CountDownLatch(1);
    private int at;

    private StillFrames(List<Path> pictures) {
        this.pictures = pictures;
    }

    static StillFrames of(Path path) throws DeviceAway {
        List<Path> pictures;
        try {
            pictures = Files.isDirectory(path) ? folder(path) : Files.isReadable(path) ? List.of(path) : List.of();
        } catch (IOException unreadable) {
            throw new DeviceAway(new Fault(Fault.Kind.LOST, "file:" + path + ": cannot be listed"), unreadable);
        }
        if (pictures.isEmpty()) {
            throw new DeviceAway(Fault.Kind.LOST, "file:" + path + ": no picture there");
        }
        return new StillFrames(pictures);
    }

    private static List<Path> folder(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(StillFrames::jpeg).sorted().limit(MOST_FILES).toList();
        }
    }

    private static boolean jpeg(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".jpg") || name.endsWith(".jpeg");
    }

    @Override
    public byte[] next() throws DeviceAway {
        Path picture = pictures.get(at);
        at = (at + 1) % pictures.size();
        try {
            if (closed.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new DeviceAway(Fault.Kind.LOST, "file:" + picture + ": closed");
            }
            if (Files.size(picture) > MOST_BYTES) {
                throw new DeviceAway(Fault.Kind.GARBLED, "file:" + picture + ": more than " + MOST_BYTES + " bytes");
            }
            return Files.readAllBytes(picture);
        } catch (IOException unreadable) {
            throw new DeviceAway(new Fault(Fault.Kind.LOST, "file:" + picture + ": cannot be read"), unreadable);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new DeviceAway(new Fault(Fault.Kind.LOST, "file:" + picture + ": stopped"), stop);
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
