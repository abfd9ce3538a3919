package io.zizhu.sim.peer.sam;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The reader's inside: what lies on the plate, how far its conversation with the SAM has come, and the answer to each
 * command. The bench lays cards from one thread while the line asks from another: guarded by its own monitor.
 */
final class Plate {
    private static final int CARD_FOUND = 0x9F;
    private static final int NOTHING_FOUND = 0x80;
    private static final int NOT_SELECTED = 0x81;
    private static final int READ_FAILED = 0x41;
    private static final int NO_CONTENT = 0x91;
    private static final int WRONG_COMMAND = 0x21;
    private static final int WRONG_CHECKSUM = 0x10;
    private static final int WRONG_LENGTH = 0x11;

    /** A selected card stays deaf to a second find until it is moved. */
    private enum Talk {
        FRESH,
        FOUND,
        SELECTED
    }

    private Optional<PretendCard> card = Optional.empty();
    private Talk talk = Talk.FRESH;
    private int sick;

    synchronized void lay(PretendCard next) {
        card = Optional.of(next);
        talk = Talk.FRESH;
    }

    /** @return false where nothing lay there */
    synchronized boolean lift() {
        boolean lay = card.isPresent();
        card = Optional.empty();
        talk = Talk.FRESH;
        return lay;
    }

    synchronized Optional<String> label() {
        return card.map(PretendCard::label);
    }

    /** From now on every command ends with this status byte (such as 0x60, self-test failed); 0 heals. */
    synchronized void sick(int status) {
        sick = status;
    }

    synchronized int sick() {
        return sick;
    }

    /** @return the reply's bytes, empty while a frame is not whole */
    synchronized Optional<byte[]> answer(SamFrames.Heard heard) {
        return switch (heard) {
            case SamFrames.Heard.NotYet() -> Optional.empty();
            case SamFrames.Heard.WrongChecksum() -> Optional.of(bare(WRONG_CHECKSUM));
            case SamFrames.Heard.WrongLength() -> Optional.of(bare(WRONG_LENGTH));
            case SamFrames.Heard.Command _ when sick != 0 -> Optional.of(bare(sick));
            case SamFrames.Heard.Command(int command, int parameter) -> Optional.of(obey((command << 8) | parameter));
        };
    }

    private byte[] obey(int command) {
        return switch (command) {
            case 0x10FF -> {
                talk = Talk.FRESH;
                yield bare(SamFrames.OK);
            }
            case 0x11FF, 0x61FF -> bare(SamFrames.OK);
            case 0x12FF -> SamFrames.reply(SamFrames.OK, samId());
            case 0x2001 -> find();
            case 0x2002 -> select();
            case 0x3001 -> read(false);
            case 0x3010 -> read(true);
            case 0x3003 -> readNewAddress();
            default -> bare(command >> 8 == 0x60 ? SamFrames.OK : WRONG_COMMAND);
        };
    }

    private byte[] find() {
        if (card.isEmpty() || talk == Talk.SELECTED) {
            return bare(NOTHING_FOUND);
        }
        talk = Talk.FOUND;
        return SamFrames.reply(CARD_FOUND, new byte[4]);
    }

    private byte[] select() {
        if (card.isEmpty() || talk != Talk.FOUND) {
            return bare(NOT_SELECTED);
        }
        int rejected = card.get().rejected();
        if (rejected != 0) {
            talk = Talk.FRESH;
            return bare(rejected);
        }
        talk = Talk.SELECTED;
        return SamFrames.reply(SamFrames.OK, new byte[8]);
    }

    private byte[] read(boolean withFinger) {
        if (card.isEmpty() || talk != Talk.SELECTED) {
            return bare(READ_FAILED);
        }
        return SamFrames.reply(SamFrames.OK, card.get().body(withFinger));
    }

    private byte[] readNewAddress() {
        if (card.isEmpty() || talk != Talk.SELECTED) {
            return bare(READ_FAILED);
        }
        return card.get().newAddress().isEmpty()
                ? bare(NO_CONTENT)
                : SamFrames.reply(SamFrames.OK, card.get().newAddressBlock());
    }

    /** u16 '.' u16 '-' u32 '-' u32 '-' u32, little endian: 05.03-20261121-0000000042-0000004711. */
    private static byte[] samId() {
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 5)
                .putShort((short) 3)
                .putInt(20261121)
                .putInt(42)
                .putInt(4711)
                .array();
    }

    private static byte[] bare(int status) {
        return SamFrames.reply(status, new byte[0]);
    }
}
