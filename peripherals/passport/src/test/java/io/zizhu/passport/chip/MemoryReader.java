package io.zizhu.passport.chip;

import io.zizhu.sim.peer.passport.Slot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/** A PC/SC service with one reader, whose slot is the pretend chip's: quick, and without a daemon. */
final class MemoryReader extends CardTerminal {
    private final Slot slot;
    private volatile boolean unplugged;
    private volatile boolean stuck;
    private volatile Runnable middle = () -> {};

    MemoryReader(Slot slot) {
        this.slot = slot;
    }

    /** A fresh line, as a driver asks for one. */
    CardTerminals connect() {
        return new CardTerminals() {
            @Override
            public List<CardTerminal> list(State state) throws CardException {
                waitWhileStuck();
                return unplugged ? List.of() : List.of(MemoryReader.this);
            }

            @Override
            public boolean waitForChange(long timeout) {
                throw new UnsupportedOperationException("the driver polls");
            }
        };
    }

    void unplug(boolean out) {
        unplugged = out;
    }

    /** Calls do not come back while this is so. */
    void stick(boolean on) {
        stuck = on;
    }

    /** Does this once, before the next read of a file in an open chip. */
    void midway(Runnable act) {
        middle = act;
    }

    private void waitWhileStuck() throws CardException {
        while (stuck) {
            LockSupport.parkNanos(2_000_000L);
        }
        if (unplugged) {
            throw new CardException("reader unavailable");
        }
    }

    @Override
    public String getName() {
        return "Memory 00 00";
    }

    @Override
    public boolean isCardPresent() throws CardException {
        waitWhileStuck();
        return slot.document().isPresent();
    }

    @Override
    public Card connect(String protocol) throws CardException {
        waitWhileStuck();
        try {
            return new Powered(slot.power());
        } catch (IOException gone) {
            throw new CardNotPresentException(gone);
        }
    }

    @Override
    public boolean waitForCardPresent(long timeout) {
        throw new UnsupportedOperationException("the driver polls");
    }

    @Override
    public boolean waitForCardAbsent(long timeout) {
        throw new UnsupportedOperationException("the driver polls");
    }

    private byte[] transmit(byte[] command) throws CardException {
        if ((command[0] & 0x0C) == 0x0C && command[1] == (byte) 0xB0) {
            Runnable once = middle;
            middle = () -> {};
            once.run();
        }
        waitWhileStuck();
        try {
            return slot.transmit(command);
        } catch (IOException gone) {
            throw new CardException("card removed", gone);
        }
    }

    /** A powered chip on its basic channel. */
    private final class Powered extends Card {
        private final byte[] atr;

        Powered(byte[] atr) {
            this.atr = atr;
        }

        @Override
        public ATR getATR() {
            return new ATR(atr);
        }

        @Override
        public String getProtocol() {
            return "T=1";
        }

        @Override
        public CardChannel getBasicChannel() {
            return new Channel(this);
        }

        @Override
        public CardChannel openLogicalChannel() {
            throw new UnsupportedOperationException("travel documents have one channel");
        }

        @Override
        public void beginExclusive() {
            throw new UnsupportedOperationException("nobody else is here");
        }

        @Override
        public void endExclusive() {
            throw new UnsupportedOperationException("nobody else is here");
        }

        @Override
        public byte[] transmitControlCommand(int code, byte[] command) {
            throw new UnsupportedOperationException("a reader without controls");
        }

        @Override
        public void disconnect(boolean reset) throws CardException {
            try {
                slot.power();
            } catch (IOException gone) {
                throw new CardException("card removed", gone);
            }
        }
    }

    private final class Channel extends CardChannel {
        private final Card card;

        Channel(Card card) {
            this.card = card;
        }

        @Override
        public Card getCard() {
            return card;
        }

        @Override
        public int getChannelNumber() {
            return 0;
        }

        @Override
        public ResponseAPDU transmit(CommandAPDU command) throws CardException {
            return new ResponseAPDU(MemoryReader.this.transmit(command.getBytes()));
        }

        @Override
        public int transmit(ByteBuffer command, ByteBuffer response) {
            throw new UnsupportedOperationException("the driver sends commands whole");
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException("the basic channel stays open");
        }
    }
}
