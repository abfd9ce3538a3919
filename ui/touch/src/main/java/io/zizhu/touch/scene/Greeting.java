package io.zizhu.touch.scene;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.zizhu.service.flow.Act;
import io.zizhu.service.flow.Scene;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.kit.Texts;
import java.math.BigDecimal;

/** Nobody is here, somebody comes, or nobody is served. */
final class Greeting {
    private Greeting() {}

    static Div idle(Booth booth, Scene.Idle idle) {
        Controls say = booth.controls();
        NativeButton start = say.main("start", Texts.START, () -> booth.acts().accept(new Act.Start()));
        return say.box(
                "middle",
                say.picture("shield"),
                say.title(Texts.BRAND),
                say.text(idle.welcome()),
                say.span("badge", say.say(Texts.OPEN)),
                say.box("actions", start));
    }

    static Div closed(Booth booth, Scene.Closed closed) {
        Controls say = booth.controls();
        return say.box("middle", say.picture("paused"), say.title(Texts.CLOSED), say.text(closed.why()));
    }

    static Div home(Booth booth, Scene.Home home) {
        Controls say = booth.controls();
        Div tiles = say.box("tiles");
        for (Scene.Tile tile : home.tiles()) {
            tiles.add(tile(booth, tile));
        }
        return say.box("page", say.title(Texts.WHAT), tiles);
    }

    private static NativeButton tile(Booth booth, Scene.Tile tile) {
        Controls say = booth.controls();
        NativeButton button = new NativeButton("", _ -> booth.acts().accept(new Act.Choose(tile.code())));
        button.addClassName("tile");
        button.getElement().setAttribute("data-item", tile.code());
        button.getElement().setAttribute("data-act", "choose");
        button.setEnabled(tile.offered());
        button.add(
                say.span("name", say.say(tile.name())),
                say.span("summary", say.say(tile.offered() ? tile.summary() : tile.whyNot())),
                say.span("facts", fee(say, tile.feeFen()) + " · " + minutes(say, tile.minutes())));
        return button;
    }

    static String fee(Controls say, long fen) {
        return fen == 0
                ? say.say(Texts.FREE)
                : BigDecimal.valueOf(fen, 2).stripTrailingZeros().toPlainString() + " " + say.say(Texts.YUAN);
    }

    static String minutes(Controls say, int minutes) {
        return say.say(Texts.ABOUT) + " " + minutes + " " + say.say(Texts.MINUTES);
    }
}
