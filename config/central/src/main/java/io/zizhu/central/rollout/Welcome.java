package io.zizhu.central.rollout;

import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;

/** The section {@code welcome}: what the idle screen says, in both languages. */
public record Welcome(String zh, String en) {
    public static final String NAME = "welcome";
    public static final String SCHEMA = "zizhu.welcome/1";
    static final int LONGEST = 200;

    public static final Form<Welcome> FORM =
            new Form<>(NAME, welcome -> Json.Obj.EMPTY.with("zh", welcome.zh).with("en", welcome.en), fields -> {
                var welcome = new Welcome(fields.text("zh", LONGEST), fields.text("en", LONGEST));
                if (welcome.zh.isBlank()) {
                    throw fields.wrong("zh", "is empty");
                }
                if (welcome.en.isBlank()) {
                    throw fields.wrong("en", "is empty");
                }
                return welcome;
            });
}
