package io.zizhu.sim.peer.sam;

import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.people.Person;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * What the chip of a synthetic card gives out: the 256-byte text block in UTF-16LE, and 1024 bytes that stand for the
 * photo (no WLT picture; the preamble of a frame lies inside on purpose). Layouts: the four card types of devices.md
 * 2.1, cells "offset,length".
 *
 * @param newAddress written after the card was issued; empty for none
 * @param rejected the status byte that selecting this card ends with; 0 for a card that the reader can read
 */
record PretendCard(String label, byte[] text, byte[] photo, byte[] finger, String newAddress, int rejected) {
    private static final int UNKNOWN_TYPE = 0x40;

    /** @param as {@code citizen}, {@code hmt}, {@code foreigner}, {@code foreigner-2017} or {@code bank} */
    static PretendCard of(Person person, String as) throws Refused {
        byte[] text =
                switch (as) {
                    case "citizen" -> citizen(person);
                    case "hmt" -> hmt(person);
                    case "foreigner" -> foreigner(person);
                    case "foreigner-2017" -> foreigner2017(person);
                    case "bank" -> new byte[0];
                    default ->
                        throw new Refused(
                                "a card is citizen, hmt, foreigner, foreigner-2017 or bank, not \"" + as + "\"");
                };
        String label = person.id() + " " + as;
        return new PretendCard(label, text, photo(person), new byte[0], "", as.equals("bank") ? UNKNOWN_TYPE : 0);
    }

    /** A card nobody's name is on, of a type the reader does not know. */
    static PretendCard bank() {
        return new PretendCard("bank", new byte[0], new byte[0], new byte[0], "", UNKNOWN_TYPE);
    }

    private static byte[] citizen(Person p) {
        byte[] block = blank();
        put(block, 0, 30, p.name());
        put(block, 30, 2, p.sex().equals("M") ? "1" : "2");
        put(block, 32, 4, p.nation());
        put(block, 36, 16, p.birth());
        put(block, 52, 70, p.address());
        put(block, 122, 36, p.number());
        put(block, 158, 30, p.authority());
        put(block, 188, 16, p.validFrom());
        put(block, 204, 16, p.validTo());
        return block;
    }

    private static byte[] hmt(Person p) {
        byte[] block = citizen(p);
        put(block, 32, 4, "");
        put(block, 122, 36, checked("810000" + p.birth() + "00" + p.number().charAt(16)));
        put(block, 220, 18, "H9901020" + p.number().charAt(16));
        put(block, 238, 4, "01");
        put(block, 248, 2, "J");
        return block;
    }

    private static byte[] foreigner(Person p) {
        byte[] block = blank();
        put(block, 0, 30, p.name());
        put(block, 30, 2, p.sex().equals("M") ? "1" : "2");
        put(block, 32, 4, "01");
        put(block, 36, 16, p.birth());
        put(block, 52, 70, "TRAINEE, SAMPLE ALEXANDRA MAXIMIL");
        put(block, 122, 36, checked("999900" + p.birth() + "00" + p.number().charAt(16)));
        put(block, 188, 16, p.validFrom());
        put(block, 204, 16, "20391231");
        put(block, 220, 22, "IANA");
        put(block, 242, 6, "900");
        put(block, 248, 2, "Y");
        put(block, 250, 6, "F01");
        return block;
    }

    private static byte[] foreigner2017(Person p) {
        byte[] block = blank();
        put(block, 0, 120, "TRAINEE, SAMPLE");
        put(block, 120, 2, p.sex().equals("M") ? "1" : "2");
        put(block, 122, 30, "XXA99010200000" + p.number().charAt(16));
        put(block, 152, 6, "XXA");
        put(block, 158, 30, p.name());
        put(block, 188, 16, p.validFrom());
        put(block, 204, 16, "20391231");
        put(block, 220, 16, p.birth());
        put(block, 236, 4, "01");
        put(block, 240, 8, "1500");
        put(block, 248, 2, "I");
        return block;
    }

    private static byte[] blank() {
        byte[] block = new byte[256];
        put(block, 0, 256, "");
        return block;
    }

    private static void put(byte[] block, int offset, int length, String value) {
        byte[] cell = value.getBytes(StandardCharsets.UTF_16LE);
        for (int at = 0; at < length; at += 2) {
            block[offset + at] = at < cell.length ? cell[at] : 0x20;
            block[offset + at + 1] = at < cell.length ? cell[at + 1] : 0;
        }
    }

    /** Adds the check character of GB 11643 (ISO 7064 MOD 11-2) to 17 digits. */
    private static String checked(String digits) {
        int sum = 0;
        for (int at = 0; at < 17; at++) {
            sum = (sum + digits.charAt(at) - '0') * 2 % 11;
        }
        return digits + "0123456789X".charAt((12 - sum) % 11);
    }

    private static byte[] photo(Person person) {
        byte[] photo = new byte[1024];
        new Random(person.id().hashCode()).nextBytes(photo);
        System.arraycopy(SamFrames.PREAMBLE, 0, photo, 100, SamFrames.PREAMBLE.length);
        byte[] whole = SamFrames.reply(SamFrames.OK, new byte[0]);
        System.arraycopy(whole, 0, photo, 900, whole.length);
        return photo;
    }

    /** The body of the reply to 30 01 or, {@code withFinger}, 30 10: lengths first, then the blocks. */
    byte[] body(boolean withFinger) {
        int head = withFinger ? 6 : 4;
        byte[] body = new byte[head + text.length + photo.length + (withFinger ? finger.length : 0)];
        length(body, 0, text.length);
        length(body, 2, photo.length);
        System.arraycopy(text, 0, body, head, text.length);
        System.arraycopy(photo, 0, body, head + text.length, photo.length);
        if (withFinger) {
            length(body, 4, finger.length);
            System.arraycopy(finger, 0, body, head + text.length + photo.length, finger.length);
        }
        return body;
    }

    /** The same card with this many templates of 512 opaque bytes (GA 490) on it. */
    PretendCard fingers(int count) {
        byte[] templates = new byte[512 * count];
        new Random(11).nextBytes(templates);
        return new PretendCard(label, text, photo, templates, newAddress, rejected);
    }

    /** The same card after its holder moved house. */
    PretendCard movedTo(String address) {
        return new PretendCard(label, text, photo, finger, address, rejected);
    }

    /** The data of the reply to 30 03: 35 characters, padded. */
    byte[] newAddressBlock() {
        byte[] block = new byte[70];
        put(block, 0, 70, newAddress);
        return block;
    }

    private static void length(byte[] body, int at, int length) {
        body[at] = (byte) (length >> 8);
        body[at + 1] = (byte) length;
    }
}
