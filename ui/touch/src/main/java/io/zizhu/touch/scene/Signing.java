package io.zizhu.touch.scene;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import io.zizhu.service.flow.Act;
import io.zizhu.service.flow.Scene;
import io.zizhu.service.port.Signature;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.kit.Texts;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A name written with a finger: {@code kiosk.js} keeps the strokes, this hears them when {@code next} is pressed. */
final class Signing {
    private static final int MOST_DOTS = 20_000;
    private static final String PNG = "data:image/png;base64,";

    private Signing() {}

    static Div sign(Booth booth, Scene.Sign sign) {
        Controls say = booth.controls();
        Component canvas = booth.kept().computeIfAbsent("signature", _ -> paper());
        Element field = canvas.getElement().getChild(0);
        Div hint = say.box("hint");
        hint.setText(say.say(sign.hint()));
        return say.box(
                "page",
                say.title(Texts.SIGN),
                say.text(sign.declaration()),
                canvas,
                hint,
                say.box(
                        "actions",
                        say.button("clear", Texts.CLEAR, () -> field.executeJs("window.zizhu.clear(this)")),
                        say.main("next", Texts.CONFIRM, () -> field.executeJs("return window.zizhu.signature(this)")
                                .then(String.class, drawn -> booth.acts().accept(new Act.Sign(parse(drawn)))))));
    }

    private static Div paper() {
        Div paper = new Div();
        paper.addClassName("paper");
        Element field = new Element("canvas");
        field.setAttribute("data-field", "signature");
        paper.getElement().appendChild(field);
        paper.addAttachListener(_ -> field.executeJs("window.zizhu && window.zizhu.pen(this)"));
        return paper;
    }

    /** {@code x,y,ms;x,y,ms|…} in thousandths of the width, a line feed, the PNG as data URL. What fits not is blank. */
    static Signature parse(String drawn) {
        int feed = drawn.indexOf('\n');
        String strokes = feed < 0 ? "" : drawn.substring(0, feed);
        String picture = feed < 0 ? "" : drawn.substring(feed + 1);
        List<List<Signature.Dot>> lines = new ArrayList<>();
        int dots = 0;
        for (String stroke : strokes.split("\\|", -1)) {
            List<Signature.Dot> line = new ArrayList<>();
            for (String dot : stroke.split(";", -1)) {
                if (dot.matches("\\d{1,4},\\d{1,4},\\d{1,7}") && dots++ < MOST_DOTS) {
                    String[] part = dot.split(",", -1);
                    line.add(new Signature.Dot(
                            Integer.parseInt(part[0]), Integer.parseInt(part[1]), Integer.parseInt(part[2])));
                }
            }
            lines.add(line);
        }
        boolean drawable = picture.startsWith(PNG) && picture.matches("[A-Za-z0-9+/=:;,]{1,700000}");
        byte[] png = drawable ? Base64.getDecoder().decode(picture.substring(PNG.length())) : new byte[0];
        return new Signature(drawable ? lines : List.of(), png);
    }
}
