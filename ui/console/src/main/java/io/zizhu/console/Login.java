package io.zizhu.console;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import io.zizhu.central.fleet.Fleet.Technician;
import io.zizhu.console.shell.Texts;
import java.util.Optional;

/** Where a technician proves a name. */
@Route("login")
public final class Login extends Main implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final TextField name = new TextField(getTranslation("login.name"));
    private final PasswordField password = new PasswordField(getTranslation("login.password"));
    private final Paragraph wrong = new Paragraph();

    /** Called by Vaadin for every window. */
    public Login() {
        addClassName("login");
        name.getElement().setAttribute("data-field", "name");
        name.setAutofocus(true);
        password.getElement().setAttribute("data-field", "password");
        wrong.addClassName("wrong");
        wrong.getElement().setAttribute("role", "alert");
        var enter = new Button(getTranslation("login.enter"), _ -> enter());
        enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        enter.addClickShortcut(Key.ENTER);
        enter.getElement().setAttribute("data-act", "enter");
        boolean chinese = getLocale().getLanguage().equals(Texts.ZH.getLanguage());
        var language = new Button(chinese ? "English" : "中文", _ -> {
            VaadinSession.getCurrent().setLocale(chinese ? Texts.EN : Texts.ZH);
            UI.getCurrent().getPage().reload();
        });
        language.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        language.getElement().setAttribute("data-act", "language");
        add(new Div(new H1(getTranslation("title")), name, password, wrong, enter, language));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title");
    }

    private void enter() {
        Optional<Technician> known =
                Counter.fleet().login(name.getValue(), password.getValue().toCharArray());
        password.clear();
        if (known.isEmpty()) {
            wrong.setText(getTranslation("login.wrong"));
            return;
        }
        Counter.enter(known.get());
        UI.getCurrent().navigate(Terminals.class);
    }
}
