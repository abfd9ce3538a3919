package io.zizhu.sim.peer.escpos;

/**
 * How the next characters look.
 *
 * @param wide 1 to 8 times
 * @param high 1 to 8 times
 */
record Style(boolean bold, boolean underlined, boolean inverse, int wide, int high) {
    static final Style PLAIN = new Style(false, false, false, 1, 1);

    Style bold(boolean on) {
        return new Style(on, underlined, inverse, wide, high);
    }

    Style underlined(boolean on) {
        return new Style(bold, on, inverse, wide, high);
    }

    Style inverse(boolean on) {
        return new Style(bold, underlined, on, wide, high);
    }

    Style size(int wider, int higher) {
        return new Style(bold, underlined, inverse, wider, higher);
    }
}
