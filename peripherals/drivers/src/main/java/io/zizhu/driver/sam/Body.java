package io.zizhu.driver.sam;

import java.util.Arrays;

/** What a base read brings: text and photo, cut by the lengths it declares, never by fixed places. Withheld. */
record Body(byte[] text, byte[] photo) {
    static Body cut(byte[] data) throws CardText.Garbled {
        if (data.length < 4) {
            throw new CardText.Garbled("the card's content has " + data.length + " bytes");
        }
        int text = (data[0] & 0xFF) << 8 | (data[1] & 0xFF);
        int photo = (data[2] & 0xFF) << 8 | (data[3] & 0xFF);
        if (4 + text + photo > data.length) {
            throw new CardText.Garbled("text " + text + " and photo " + photo + " exceed " + data.length + " bytes");
        }
        return new Body(Arrays.copyOfRange(data, 4, 4 + text), Arrays.copyOfRange(data, 4 + text, 4 + text + photo));
    }

    void wipe() {
        Arrays.fill(text, (byte) 0);
        Arrays.fill(photo, (byte) 0);
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
