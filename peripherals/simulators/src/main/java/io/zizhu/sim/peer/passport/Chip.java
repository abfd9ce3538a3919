package io.zizhu.sim.peer.passport;

import io.zizhu.sim.peer.passport.book.Booklet;
import io.zizhu.sim.peer.passport.book.Files;
import io.zizhu.sim.peer.passport.crypt.Keys;
import io.zizhu.sim.peer.passport.crypt.Messaging;
import io.zizhu.sim.peer.passport.tlv.Tlv;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A chip after Doc 9303-10 and -11: hears commands, gives its files to whoever opened it. One thread at a time. */
final class Chip {
    /** Answer to reset: command chaining and extended lengths are understood. */
    private static final byte[] ATR = HexFormat.of().parseHex("3B85800180738421C0");

    private static final byte[] APPLICATION = HexFormat.of().parseHex("A0000002471001");

    private static final int OK = 0x9000;
    private static final int UNOPENED = 0x6982;
    private static final int WRONG_KEY = 0x6300;
    private static final int NO_SUCH_FILE = 0x6A82;
    private static final int BEYOND = 0x6B00;
    private static final int UNKNOWN = 0x6D00;
    private static final int OUT_OF_TURN = 0x6985;
    private static final int BAD_MESSAGE = 0x6988;
    private static final int WRONG_LENGTH = 0x6700;

    private final Map<Integer, byte[]> files;
    private final String zoneFields;
    private final String can;
    private final boolean offersBac;
    private @Nullable Messaging session;
    private @Nullable Bac bac;
    private @Nullable Pace pace;
    private int selected;

    /** @param offersBac false for a chip that opens by PACE alone */
    Chip(Map<Integer, byte[]> files, Booklet booklet, boolean offersBac) {
        this.files = Map.copyOf(files);
        this.zoneFields = booklet.fields();
        this.can = booklet.can();
        this.offersBac = offersBac;
    }

    /** A chip that is no travel document. */
    static Chip blank() {
        return new Chip(Map.of(), new Booklet("", "", "", "", "", ""), false);
    }

    private record Answer(byte[] data, int status) {
        static Answer of(int status) {
            return new Answer(new byte[0], status);
        }

        byte[] bytes() {
            return Tlv.join(data, new byte[] {(byte) (status >> 8), (byte) status});
        }
    }

    /** Power on, or a reset: every session is forgotten. */
    byte[] reset() {
        session = null;
        bac = null;
        pace = null;
        selected = 0;
        return atr();
    }

    /** ISO 7816-3: the check byte makes the sum of all but the first byte zero. */
    static byte[] atr() {
        byte[] whole = Arrays.copyOf(ATR, ATR.length + 1);
        for (int i = 1; i < ATR.length; i++) {
            whole[ATR.length] ^= ATR[i];
        }
        return whole;
    }

    /** The answer to one command, its status word at the end. */
    byte[] answer(byte[] command) {
        Apdu apdu;
        try {
            apdu = Apdu.parse(command);
        } catch (IllegalArgumentException torn) {
            return Answer.of(WRONG_LENGTH).bytes();
        }
        Messaging open = session;
        if (!apdu.secured()) {
            session = null; // a command in clear ends the session (Doc 9303-11, 9.8.3)
            return carryOut(apdu, false).bytes();
        }
        if (open == null) {
            return Answer.of(OUT_OF_TURN).bytes();
        }
        try {
            Messaging.Plain plain = open.open(apdu.header(), apdu.data());
            Answer answer = carryOut(apdu.with(plain.data(), plain.expected()), true);
            return open.seal(answer.data(), answer.status(), apdu.instruction() % 2 == 1);
        } catch (IllegalArgumentException forged) {
            session = null;
            return Answer.of(BAD_MESSAGE).bytes();
        }
    }

    private Answer carryOut(Apdu apdu, boolean opened) {
        return switch (apdu.instruction()) {
            case 0xA4 -> select(apdu, opened);
            case 0xB0 -> readAt(apdu, opened);
            case 0xB1 -> readFar(apdu, opened);
            case 0x84 -> challenge();
            case 0x82 -> authenticate(apdu);
            case 0x22 -> announce(apdu);
            case 0x86 -> step(apdu);
            default -> Answer.of(UNKNOWN);
        };
    }

    private Answer select(Apdu apdu, boolean opened) {
        int how = apdu.parameters() >> 8;
        if (how == 0x04) {
            return Answer.of(!files.isEmpty() && Arrays.equals(apdu.data(), APPLICATION) ? OK : NO_SUCH_FILE);
        }
        if (apdu.data().length != 2) {
            return Answer.of(how == 0x00 && apdu.data().length == 0 ? OK : WRONG_LENGTH);
        }
        int file = new BigInteger(1, apdu.data()).intValue();
        if (file == 0x3F00) {
            return Answer.of(OK);
        }
        if (!files.containsKey(file)) {
            return Answer.of(NO_SUCH_FILE);
        }
        if (!opened && file != Files.CARD_ACCESS) {
            return Answer.of(UNOPENED);
        }
        selected = file;
        return Answer.of(OK);
    }

    /** READ BINARY: an offset of fifteen bits, or a short file identifier and one of eight. */
    private Answer readAt(Apdu apdu, boolean opened) {
        int where = apdu.parameters();
        if ((where & 0x8000) == 0) {
            return piece(where, apdu.expected(), opened);
        }
        selected = 0x0100 | ((where >> 8) & 0x1F);
        return piece(where & 0xFF, apdu.expected(), opened);
    }

    /** READ BINARY with an odd instruction: the offset is a data object, and so is the answer. */
    private Answer readFar(Apdu apdu, boolean opened) {
        Optional<byte[]> offset = Tlv.find(apdu.data(), 0x54);
        if (offset.isEmpty()) {
            return Answer.of(WRONG_LENGTH);
        }
        Answer piece = piece(new BigInteger(1, offset.get()).intValue(), apdu.expected(), opened);
        return piece.status() == OK ? new Answer(Tlv.of(0x53, piece.data()), OK) : piece;
    }

    private Answer piece(int from, int atMost, boolean opened) {
        byte[] file = files.get(selected);
        if (file == null) {
            return Answer.of(NO_SUCH_FILE);
        }
        if (!opened && selected != Files.CARD_ACCESS) {
            return Answer.of(UNOPENED);
        }
        if (from >= file.length) {
            return Answer.of(BEYOND);
        }
        return new Answer(Arrays.copyOfRange(file, from, Math.min(file.length, from + atMost)), OK);
    }

    private Answer challenge() {
        if (!offersBac) {
            return Answer.of(UNKNOWN);
        }
        Bac begun = new Bac(zoneFields);
        bac = begun;
        return new Answer(begun.challenge(), OK);
    }

    private Answer authenticate(Apdu apdu) {
        Bac begun = bac;
        bac = null;
        if (begun == null) {
            return Answer.of(OUT_OF_TURN);
        }
        Optional<Bac.Opened> opened = begun.authenticate(apdu.data());
        if (opened.isEmpty()) {
            return Answer.of(WRONG_KEY);
        }
        session = opened.get().session();
        return new Answer(opened.get().answer(), OK);
    }

    /** MSE:Set AT: which protocol, and with which password: 1 is the zone, 2 the card access number. */
    private Answer announce(Apdu apdu) {
        byte[] protocol = Tlv.find(apdu.data(), 0x80).orElse(new byte[0]);
        byte[] password = Tlv.find(apdu.data(), 0x83).orElse(new byte[0]);
        boolean offered = files.containsKey(Files.CARD_ACCESS);
        if (!offered || !Arrays.equals(protocol, Tlv.oidValue(Files.PACE_PROTOCOL)) || password.length != 1) {
            return Answer.of(0x6A80);
        }
        pace = switch (password[0]) {
            case 1 -> new Pace(Keys.paceZone(zoneFields));
            case 2 -> new Pace(can.getBytes(StandardCharsets.ISO_8859_1));
            default -> null;
        };
        return Answer.of(pace == null ? 0x6A88 : OK);
    }

    private Answer step(Apdu apdu) {
        Pace begun = pace;
        if (begun == null) {
            return Answer.of(OUT_OF_TURN);
        }
        try {
            byte[] answer = begun.step(Tlv.find(apdu.data(), 0x7C).orElse(new byte[0]));
            session = begun.session().orElse(null);
            return new Answer(Tlv.of(0x7C, answer), OK);
        } catch (IllegalArgumentException wrong) {
            pace = null;
            return Answer.of(WRONG_KEY);
        }
    }
}
