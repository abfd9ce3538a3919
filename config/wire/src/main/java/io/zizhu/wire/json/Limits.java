package io.zizhu.wire.json;

/**
 * How much a stranger may make us read.
 *
 * @param bytes longest text
 * @param depth deepest nesting of arrays and objects
 */
public record Limits(int bytes, int depth) {
    /** For everything but pointers: a bundle of sections is the largest form. */
    public static final Limits USUAL = new Limits(8 * 1024 * 1024, 32);

    /** For doorbells, acknowledgements and presence. */
    public static final Limits SMALL = new Limits(64 * 1024, 8);
}
