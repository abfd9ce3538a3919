package io.zizhu.touch.staff;

import com.vaadin.flow.component.Component;
import io.zizhu.catalogue.Words;
import io.zizhu.touch.kit.Controls;

/** One of the staff's pages, drawn afresh for every answer and in either language. */
interface Page {
    /** What {@code data-scene} says. */
    String scene();

    Words title();

    /** @throws io.zizhu.service.upkeep.Upkeep.NotEntered where the key has grown old */
    Component draw(Controls say);
}
