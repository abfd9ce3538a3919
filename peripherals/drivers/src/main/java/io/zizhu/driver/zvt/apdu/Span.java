package io.zizhu.driver.zvt.apdu;

/** Where a value lies; an end behind everything where that cannot be known. */
record Span(int start, int end) {
    static final Span NOWHERE = new Span(0, Integer.MAX_VALUE);

    /** Behind length digits, each in a byte {@code Fx}. */
    static Span counted(byte[] data, int at, int digits) {
        int length = 0;
        for (int i = at; i < at + digits; i++) {
            if (i >= data.length || (data[i] & 15) > 9) {
                return NOWHERE;
            }
            length = length * 10 + (data[i] & 15);
        }
        return new Span(at + digits, at + digits + length);
    }

    /** Behind a length of ASN.1 BER: one byte to 7F, else 81 xx or 82 xx xx. */
    static Span ber(byte[] data, int at) {
        if (at >= data.length) {
            return NOWHERE;
        }
        int first = data[at] & 0xFF;
        int more = first < 0x80 ? 0 : first - 0x80;
        if (first == 0x80 || more > 2 || at + more >= data.length) {
            return NOWHERE;
        }
        int length = more == 0 ? first : 0;
        for (int i = 1; i <= more; i++) {
            length = (length << 8) | (data[at + i] & 0xFF);
        }
        return new Span(at + 1 + more, at + 1 + more + length);
    }
}
