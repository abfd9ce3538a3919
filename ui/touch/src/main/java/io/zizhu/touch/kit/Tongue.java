package io.zizhu.touch.kit;

import io.zizhu.catalogue.Words;

/** The language of a screen. */
public enum Tongue {
    ZH("zh-CN"),
    EN("en");

    private final String tag;

    Tongue(String tag) {
        this.tag = tag;
    }

    /** For the {@code lang} attribute. */
    public String tag() {
        return tag;
    }

    public String of(Words words) {
        return this == ZH ? words.zh() : words.en();
    }

    public Tongue other() {
        return this == ZH ? EN : ZH;
    }
}
