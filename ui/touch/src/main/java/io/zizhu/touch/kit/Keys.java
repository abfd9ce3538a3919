package io.zizhu.touch.kit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.function.Consumer;

/** Digits to press: {@code data-act="key"} with {@code data-value} 0 to 9 and {@code del}. */
public final class Keys extends Div {
    private static final long serialVersionUID = 1L;

    public Keys(Controls controls, Consumer<String> digit, Runnable delete) {
        addClassName("keys");
        for (String key : new String[] {"1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0"}) {
            if (key.isEmpty()) {
                NativeButton correct = controls.button("key", Texts.DELETE, delete);
                correct.getElement().setAttribute("data-value", "del");
                add(correct);
            } else {
                NativeButton button = new NativeButton(key, _ -> digit.accept(key));
                button.getElement().setAttribute("data-act", "key");
                button.getElement().setAttribute("data-value", key);
                add(button);
            }
        }
    }
}
