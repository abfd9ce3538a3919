package io.zizhu.driver;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;
import io.zizhu.driver.link.Link;
import io.zizhu.driver.link.UsbPort;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The USB end of a device in memory: cuts what its peer says into packets of 64 bytes, and where the device has two IN
 * endpoints, gives the first bytes of each answer on the one and the rest on the other. An answer begins after a write.
 */
final class PretendUsb implements UsbPort {
    private static final int PACKET = 64;

    private final Link line;
    private final int head;
    private final Deque<Byte> heads = new ArrayDeque<>();
    private final Deque<Byte> rests = new ArrayDeque<>();
    private int said;

    PretendUsb(Link line, int head) {
        this.line = line;
        this.head = head;
    }

    @Override
    public int write(int endpoint, byte[] bytes, int millis) throws DeviceAway {
        line.send(bytes);
        said = 0;
        return bytes.length;
    }

    @Override
    public byte[] read(int endpoint, int millis) throws DeviceAway {
        Deque<Byte> mine = head > 0 && endpoint == 0x81 ? heads : rests;
        if (mine.isEmpty()) {
            for (byte next : line.receive(Patience.ofMillis(millis))) {
                (said++ < head ? heads : rests).add(next);
            }
        }
        byte[] packet = new byte[Math.min(PACKET, mine.size())];
        for (int at = 0; at < packet.length; at++) {
            packet[at] = mine.remove();
        }
        return packet;
    }

    @Override
    public byte[] ask(int request, int length, int millis) {
        return new byte[] {0x18}; // selected, no error: all that GET_PORT_STATUS of a printer says when it is well
    }

    @Override
    public void close() {
        line.close();
    }
}
