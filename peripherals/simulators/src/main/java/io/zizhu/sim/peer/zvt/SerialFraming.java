package io.zizhu.sim.peer.zvt;

import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.pay.Mouth;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Messages on a serial line: {@code DLE STX message DLE ETX crc crc}, every DLE of the message doubled, the checksum low
 * byte first; each answered with ACK or NAK, each sent three times at most.
 */
final class SerialFraming implements Framing {
    private static final int DLE = 0x10;
    private static final int STX = 0x02;
    private static final int ETX = 0x03;
    private static final int ACK = 0x06;
    private static final int NAK = 0x15;
    private static final int TRIES = 3;
    private static final long ANSWER_MILLIS = 1_000;

    private final InputStream in;
    private final Mouth mouth;
    private final Tape tape;
    private final LinkedBlockingQueue<Boolean> answers = new LinkedBlockingQueue<>();
    private ByteArrayOutputStream heard = new ByteArrayOutputStream();

    SerialFraming(InputStream in, Mouth mouth, Tape tape) {
        this.in = in;
        this.mouth = mouth;
        this.tape = tape;
    }

    @Override
    public Telegram hear() throws IOException {
        while (true) {
            int value = one();
            if (value == ACK || value == NAK) {
                note();
                answers.add(value == ACK);
            } else if (value == DLE && one() == STX) {
                byte[] plain = message();
                boolean good = checksum(plain) == (one() | one() << 8);
                note();
                if (good) {
                    Telegram telegram = Telegram.hear(new ByteArrayInputStream(plain));
                    accept(telegram);
                    return telegram;
                }
                mouth.say(new byte[] {NAK}, 0);
            }
        }
    }

    /** Behind the acceptance of a command its answer follows at once; behind that of an acceptance nothing need. */
    private void accept(Telegram telegram) throws IOException {
        byte[] yes = {ACK};
        if (telegram.is(0x8000)) {
            mouth.say(yes, 0);
        } else {
            mouth.sayBefore(yes, 0);
        }
    }

    private byte[] message() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        while (true) {
            int value = one();
            if (value != DLE) {
                plain.write(value);
                continue;
            }
            int next = one();
            if (next == ETX) {
                return plain.toByteArray();
            }
            if (next == STX) {
                plain.reset(); // the one before was never finished
            } else {
                plain.write(next);
            }
        }
    }

    private int one() throws IOException {
        int value = in.read();
        if (value < 0) {
            throw new EOFException("the line is dead");
        }
        heard.write(value);
        return value;
    }

    private void note() {
        byte[] bytes = heard.toByteArray();
        heard = new ByteArrayOutputStream();
        tape.in(bytes, bytes.length);
    }

    @Override
    public void tell(Telegram telegram) throws IOException {
        byte[] frame = frame(telegram.wire());
        for (int tries = 0; tries < TRIES; tries++) {
            answers.clear();
            mouth.say(frame, frame.length - 1);
            if (taken()) {
                return;
            }
        }
        throw new IOException("the till does not take a message");
    }

    private boolean taken() throws IOException {
        try {
            return Boolean.TRUE.equals(answers.poll(ANSWER_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stop);
        }
    }

    static byte[] frame(byte[] plain) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(DLE);
        frame.write(STX);
        for (byte each : plain) {
            frame.write(each);
            if (each == DLE) {
                frame.write(DLE);
            }
        }
        frame.write(DLE);
        frame.write(ETX);
        int sum = checksum(plain);
        frame.write(sum & 0xFF);
        frame.write(sum >> 8);
        return frame.toByteArray();
    }

    /** CRC-16, reflected, from zero, bit by bit over the message and ETX. */
    private static int checksum(byte[] plain) {
        int sum = 0;
        for (int at = 0; at <= plain.length; at++) {
            sum ^= at < plain.length ? plain[at] & 0xFF : ETX;
            for (int bit = 0; bit < 8; bit++) {
                boolean carry = (sum & 1) != 0;
                sum >>= 1;
                if (carry) {
                    sum ^= 0x8408;
                }
            }
        }
        return sum;
    }
}
