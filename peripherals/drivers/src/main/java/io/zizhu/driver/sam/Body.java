package io.zizhu.driver.sam;

import io.zizhu.device.finger.FingerTemplate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a read brings: text, photo, fingers, cut by the lengths it declares, never by fixed places. Withheld. */
record Body(byte[] text, byte[] photo, byte[] fingers) {
    /** One finger's template in the national format. */
    private static final int FINGER = 512;

    /** What READ brings: text and photo. */
    static Body cut(byte[] data) throws CardText.Garbled {
        return cut(data, 2);
    }

    /** What READ_WITH_FINGERS brings: text, photo and fingers. */
    static Body cutWithFingers(byte[] data) throws CardText.Garbled {
        return cut(data, 3);
    }

    private static Body cut(byte[] data, int parts) throws CardText.Garbled {
        int at = 2 * parts;
        if (data.length < at) {
            throw new CardText.Garbled("the card's content has " + data.length + " bytes");
        }
        byte[][] cut = {{}, {}, {}};
        for (int part = 0; part < parts; part++) {
            int length = (data[2 * part] & 0xFF) << 8 | (data[2 * part + 1] & 0xFF);
            if (at + length > data.length) {
                throw new CardText.Garbled("part " + part + " of " + length + " bytes exceeds " + data.length);
            }
            cut[part] = Arrays.copyOfRange(data, at, at + length);
            at += length;
        }
        return new Body(cut[0], cut[1], cut[2]);
    }

    /** A template a finger; bytes that are no whole number of templates are garbage. */
    List<FingerTemplate> templates() throws CardText.Garbled {
        if (fingers.length % FINGER != 0) {
            throw new CardText.Garbled("the fingers have " + fingers.length + " bytes");
        }
        List<FingerTemplate> templates = new ArrayList<>();
        for (int at = 0; at < fingers.length; at += FINGER) {
            byte[] one = Arrays.copyOfRange(fingers, at, at + FINGER);
            templates.add(new FingerTemplate(FingerTemplate.Form.CARD_GA_490, one));
            Arrays.fill(one, (byte) 0);
        }
        return templates;
    }

    void wipe() {
        Arrays.fill(text, (byte) 0);
        Arrays.fill(photo, (byte) 0);
        Arrays.fill(fingers, (byte) 0);
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
