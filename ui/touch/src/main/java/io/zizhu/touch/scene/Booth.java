package io.zizhu.touch.scene;

import com.vaadin.flow.component.Component;
import io.zizhu.service.desk.Shown;
import io.zizhu.service.flow.Act;
import io.zizhu.touch.kit.Controls;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a scene's view is given: how to speak, what is shown, what was entered so far on this very scene, and where to
 * tell what the citizen did.
 *
 * @param draft entered on this scene but not yet told; survives a change of language
 * @param kept parts that must survive a change of language as they are, such as what was drawn
 */
record Booth(
        Controls controls, Shown shown, Map<String, String> draft, Map<String, Component> kept, Consumer<Act> acts) {
    void next() {
        acts.accept(new Act.Next());
    }
}
