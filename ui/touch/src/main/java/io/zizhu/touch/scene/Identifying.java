package io.zizhu.touch.scene;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import io.zizhu.catalogue.Words;
import io.zizhu.service.flow.Act;
import io.zizhu.service.flow.Scene;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.kit.Texts;

/** Card, face, and which picture. */
final class Identifying {
    private Identifying() {}

    static Div card(Booth booth, Scene.Identify identify) {
        Controls say = booth.controls();
        return say.box(
                "page",
                say.title(Texts.PUT_CARD),
                say.picture("reader"),
                say.text(Texts.PUT_CARD_TEXT),
                hint(say, identify.hint()));
    }

    static Div face(Booth booth, Scene.Face face) {
        Controls say = booth.controls();
        Image preview = picture(booth, "preview");
        preview.addAttachListener(_ -> preview.getElement()
                .executeJs("window.zizhu && window.zizhu.preview(this, $0)", address(booth, "preview")));
        return say.box(
                "page",
                say.title(Texts.FACE),
                say.box("mirror", preview, new Div()),
                say.text(Texts.FACE_TEXT),
                hint(say, face.hint()));
    }

    static Div photo(Booth booth, Scene.Photo photo) {
        Controls say = booth.controls();
        Div candidates = say.box("candidates");
        NativeButton next = say.main("next", Texts.NEXT, () -> booth.acts()
                .accept(new Act.PickPhoto(booth.draft().getOrDefault("photo", ""))));
        next.setEnabled(booth.draft().containsKey("photo"));
        for (String name : photo.candidates()) {
            Words label = name.equals("live") ? Texts.PHOTO_LIVE : Texts.PHOTO_REGISTER;
            NativeButton candidate = new NativeButton();
            candidate.addClickListener(_ -> {
                booth.draft().put("photo", name);
                next.setEnabled(true);
                candidates.getChildren().forEach(other -> other.getElement()
                        .setAttribute("aria-pressed", String.valueOf(other == candidate)));
            });
            candidate.addClassName("candidate");
            candidate.getElement().setAttribute("data-act", "pick");
            candidate.getElement().setAttribute("data-value", name);
            candidate
                    .getElement()
                    .setAttribute(
                            "aria-pressed",
                            String.valueOf(name.equals(booth.draft().get("photo"))));
            candidate.add(picture(booth, name), say.span("name", say.say(label)));
            candidates.add(candidate);
        }
        return say.box("page", say.title(Texts.PHOTO), candidates, say.box("actions", next));
    }

    private static Image picture(Booth booth, String name) {
        Image image = new Image(address(booth, name), "");
        image.addClassName(name);
        return image;
    }

    private static String address(Booth booth, String name) {
        return "picture/" + booth.shown().visit() + "/" + name;
    }

    private static Div hint(Controls say, Words words) {
        Div hint = say.box("hint");
        if (!words.none()) {
            hint.setText(say.say(words));
            hint.getElement().setAttribute("role", "alert");
        }
        return hint;
    }
}
