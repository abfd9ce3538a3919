package io.zizhu.catalogue;

/** One text for people, in the two languages every screen has. */
public record Words(String zh, String en) {
    public static final Words NONE = new Words("", "");

    public boolean none() {
        return zh.isEmpty() && en.isEmpty();
    }

    /** The same in both languages, such as a number or a name. */
    public static Words plain(String text) {
        return new Words(text, text);
    }
}
