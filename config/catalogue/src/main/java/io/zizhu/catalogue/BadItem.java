package io.zizhu.catalogue;

/** An item file that cannot be used; the message names file, field and value. */
public final class BadItem extends Exception {
    private static final long serialVersionUID = 1L;

    public BadItem(String file, String field, String what) {
        super(file + ": " + field + ": " + what);
    }
}
