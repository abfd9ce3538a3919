package io.zizhu.stories;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at the centre's console, who knows its {@code data-*} hooks. */
final class Console {
    private final Page page;
    private final Training house;

    /** Logs in with the password of the centre's first start. */
    Console(Page page, Training house, String account) throws IOException {
        this.page = page;
        this.house = house;
        page.navigate(house.console().toString());
        type("name", account).type("password", password(house, account)).press("enter");
        page.locator("[data-act=\"nav.books\"]").waitFor();
    }

    private static String password(Training house, String account) throws IOException {
        String accounts = Files.readString(house.data().resolve("centre/console-accounts.txt"));
        Matcher found = Pattern.compile("(?m)^" + account + " (\\S+)").matcher(accounts);
        if (!found.find()) {
            throw new IllegalStateException(account + " is no account of the first start");
        }
        return found.group(1);
    }

    Console books() {
        press("nav.books");
        page.locator("[data-view=\"books\"]").waitFor();
        return this;
    }

    Console press(String act) {
        page.locator("[data-act=\"" + act + "\"]:visible").first().click();
        return this;
    }

    Console type(String field, String text) {
        page.locator("[data-field=\"" + field + "\"]:visible")
                .locator("input, textarea")
                .first()
                .fill(text);
        return this;
    }

    /** The button of the dialog that stands open. */
    Console confirm() {
        page.locator("vaadin-confirm-dialog-overlay [slot=\"confirm-button\"], vaadin-button[slot=\"confirm-button\"]")
                .first()
                .click();
        return this;
    }

    String text() {
        return page.innerText("body");
    }

    /** Kept in the story's folder. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(house.data().resolve(name + ".png"))
                .setFullPage(true));
    }
}
