package io.zizhu.touch.scene;

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
 */
record Booth(Controls controls, Shown shown, Map<String, String> draft, Consumer<Act> acts) {
    void next() {
        acts.accept(new Act.Next());
    }
}
