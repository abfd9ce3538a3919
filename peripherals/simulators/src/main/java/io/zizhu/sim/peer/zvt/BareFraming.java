package io.zizhu.sim.peer.zvt;

import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.pay.Mouth;
import java.io.IOException;
import java.io.InputStream;

/** Messages one after the other, as on TCP. */
final class BareFraming implements Framing {
    private static final int LENGTH_AT = 2;

    private final InputStream in;
    private final Mouth mouth;
    private final Tape tape;

    BareFraming(InputStream in, Mouth mouth, Tape tape) {
        this.in = in;
        this.mouth = mouth;
        this.tape = tape;
    }

    @Override
    public Telegram hear() throws IOException {
        Telegram telegram = Telegram.hear(in);
        byte[] wire = telegram.wire();
        tape.in(wire, wire.length);
        return telegram;
    }

    @Override
    public void tell(Telegram telegram) throws IOException {
        if (telegram.is(0x8000)) {
            mouth.sayBefore(telegram.wire(), LENGTH_AT);
        } else {
            mouth.say(telegram.wire(), LENGTH_AT);
        }
    }
}
