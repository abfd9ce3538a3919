package io.zizhu.driver.link;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Input reports of a HID device through the kernel's {@code hidraw}: each read of the node is one report, and each
 * {@link #receive} gives one. A platform thread of its own reads, for the read sits in the kernel; closing the channel
 * wakes it. Any node that gives reports will do, such as a FIFO in a test. Output reports are not sent this way.
 */
public final class HidrawLink implements Link {
    private static final Logger LOG = LoggerFactory.getLogger(HidrawLink.class);

    private final String path;
    private final FileChannel node;
    private final Inbox inbox = new Inbox();

    private HidrawLink(String path, FileChannel node) {
        this.path = path;
        this.node = node;
    }

    /** Opens what the setting {@code path} names, for reports of at most {@code report-bytes} (64); a {@link Plug}. */
    public static Link plug(Binding binding) throws DeviceAway {
        return open(binding.setting("path"), binding.number("report-bytes", 64, 1, 1024));
    }

    /** @throws DeviceAway {@code LOST} where there is no such node, {@code BUSY} where it is there and does not open */
    public static HidrawLink open(String path, int reportBytes) throws DeviceAway {
        Path place = Path.of(path);
        if (!Files.exists(place)) {
            throw new DeviceAway(Fault.Kind.LOST, gone(path));
        }
        HidrawLink link;
        try {
            link = new HidrawLink(path, FileChannel.open(place, StandardOpenOption.READ));
        } catch (IOException refused) {
            Fault.Kind kind = Files.exists(place) ? Fault.Kind.BUSY : Fault.Kind.LOST;
            String why = kind == Fault.Kind.LOST ? gone(path) : path + ": does not open; in use, or no right";
            throw new DeviceAway(new Fault(kind, why), refused);
        }
        Thread.ofPlatform().daemon().name("hid-" + path).start(() -> link.listen(reportBytes));
        return link;
    }

    /** One text for every way a node can be gone, so that one unplug is told as one change. */
    private static String gone(String path) {
        return path + ": unplugged";
    }

    private void listen(int reportBytes) {
        ByteBuffer report = ByteBuffer.allocate(reportBytes);
        try {
            for (int came = node.read(report); came >= 0; came = node.read(report)) {
                inbox.put(Arrays.copyOf(report.array(), came));
                Arrays.fill(report.array(), (byte) 0);
                report.clear();
            }
        } catch (IOException unplugged) {
            LOG.debug("{}: {}", path, unplugged.toString());
        } finally {
            inbox.end(new Fault(Fault.Kind.LOST, gone(path)));
            Arrays.fill(report.array(), (byte) 0);
            shut();
        }
    }

    /** @throws DeviceAway always: nothing here writes to a HID device */
    @Override
    public void send(byte[] bytes) throws DeviceAway {
        throw new DeviceAway(Fault.Kind.MISCONFIGURED, path + ": takes no bytes, it only gives reports");
    }

    @Override
    public byte[] receive(Patience patience) throws DeviceAway {
        return inbox.take(patience);
    }

    @Override
    public void drain() {
        inbox.drain();
    }

    @Override
    public void close() {
        inbox.end(new Fault(Fault.Kind.LOST, path + ": closed"));
        shut();
        inbox.drain();
    }

    private void shut() {
        try {
            node.close();
        } catch (IOException alreadyGone) {
            LOG.debug("closing {}, which was gone already: {}", path, alreadyGone.getMessage());
        }
    }
}
