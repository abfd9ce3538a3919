package io.zizhu.touch.kit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import io.zizhu.catalogue.Words;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shown for a page that a bug kept from opening: kind words in both languages instead of the bug's own. */
public final class Broken extends Div implements HasErrorParameter<Exception> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Broken.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        LOG.error("a page could not be opened", parameter.getException());
        furnish(this);
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    static void furnish(Div page) {
        page.addClassName("lost");
        page.getElement().setAttribute("data-scene", "lost");
        NativeButton start = new NativeButton(both(Texts.TO_START));
        start.addClassName("main");
        start.getElement().setAttribute("data-act", "home");
        start.getElement().setAttribute("onclick", "location.replace('/')");
        page.add(new H1(Texts.BROKE.zh()), new Paragraph(Texts.BROKE.en()), start);
    }

    private static String both(Words words) {
        return words.zh() + " · " + words.en();
    }
}
