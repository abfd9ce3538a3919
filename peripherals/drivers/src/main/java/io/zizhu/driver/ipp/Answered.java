package io.zizhu.driver.ipp;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.Status;
import io.zizhu.device.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** What the octets of an answer are (RFC 8010); pure, whatever the octets. */
sealed interface Answered {
    int LAST_GOOD = 0x00FF;
    int BUSY = 0x0507;

    /** Collections within collections that an answer may have: jipp reads each by calling itself. */
    int DEEPEST = 16;

    /** The printer did as it was asked. */
    record Well(IppPacket packet) implements Answered {}

    /** It said no. */
    record No(Fault.Kind kind, String why) implements Answered {}

    /** No answer to this question. */
    record Garbage(String why) implements Answered {}

    /** @param request the number of the question: an answer that bears another is none */
    static Answered of(byte[] octets, int request) {
        if (depth(octets) > DEEPEST) {
            return new Garbage("the answer is collections within collections without end");
        }
        IppPacket packet;
        try (IppInputStream in = new IppInputStream(new ByteArrayInputStream(octets))) {
            packet = in.readPacket();
        } catch (IOException | RuntimeException garbled) { // jipp throws either on octets that are no IPP
            return new Garbage("the answer is no IPP");
        }
        if (packet.getRequestId() != request) {
            return new Garbage("the answer is to question " + packet.getRequestId() + ", not " + request);
        }
        int code = packet.getCode();
        if (code >= 0 && code <= LAST_GOOD) {
            return new Well(packet);
        }
        Status status = packet.getStatus();
        return new No(code == BUSY ? Fault.Kind.BUSY : Fault.Kind.REFUSED, status.getName());
    }

    /** How deep collections lie within each other, found without calling itself. */
    private static int depth(byte[] octets) {
        ByteBuffer in = ByteBuffer.wrap(octets);
        in.position(Math.min(8, octets.length)); // behind version, status and number
        int depth = 0;
        int deepest = 0;
        while (in.remaining() >= 5) {
            int tag = in.get() & 0xFF;
            if (tag < 0x10) { // a group begins, or all ends
                continue;
            }
            depth += tag == 0x34 ? 1 : tag == 0x37 ? -1 : 0;
            deepest = Math.max(deepest, depth);
            skip(in);
            skip(in);
        }
        return deepest;
    }

    /** A name, or a value. */
    private static void skip(ByteBuffer in) {
        int length = in.remaining() < 2 ? 0 : in.getShort() & 0xFFFF;
        in.position(in.position() + Math.min(length, in.remaining()));
    }
}
