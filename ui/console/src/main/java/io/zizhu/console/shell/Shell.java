package io.zizhu.console.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.lumo.Lumo;

/** The page around every view: the theme, our own style, the icon. */
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("console.css")
@Viewport("width=device-width, initial-scale=1")
public final class Shell implements AppShellConfigurator {
    private static final long serialVersionUID = 1;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "console-icon.svg", "any");
    }
}
