package io.zizhu.stories;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.net.URI;
import java.util.function.Consumer;

/** A citizen before the screen, who knows only the {@code data-*} hooks. */
final class Citizen {
    private final Page page;
    private final Consumer<String> seen;

    /**
     * @param seen told each scene's word as soon as it stands
     */
    Citizen(Page page, URI kiosk, Consumer<String> seen) {
        this.page = page;
        this.seen = seen;
        page.navigate(kiosk.toString());
    }

    Citizen(Page page, URI kiosk) {
        this(page, kiosk, _ -> {});
    }

    /** Waits until this scene stands. */
    Citizen at(String scene) {
        page.locator("[data-scene=\"" + scene + "\"]").waitFor();
        seen.accept(scene);
        return this;
    }

    /** From the greeting, or from the last words to whoever was here before, to the services. */
    Citizen arrives() {
        Facts.await("home", () -> {
            tryPress("start");
            return scene().equals("home");
        });
        return at("home");
    }

    /** From the services back to the greeting; a tap on a page that was just renewed counts for nothing, and is repeated. */
    Citizen leaves() {
        Facts.await("the greeting", () -> {
            tryPress("quit");
            return scene().equals("idle");
        });
        return at("idle");
    }

    Citizen press(String act) {
        page.locator("[data-act=\"" + act + "\"]:visible").first().click();
        return this;
    }

    /** The word of the scene that stands now; empty between two. */
    String scene() {
        Locator scene = page.locator("[data-scene]");
        return scene.count() == 0 ? "" : String.valueOf(scene.first().getAttribute("data-scene"));
    }

    /** Presses the first of these that is there now; nothing where none is. */
    void tryPress(String... acts) {
        for (String act : acts) {
            Locator button = page.locator("[data-act=\"" + act + "\"]:visible");
            if (button.count() > 0) {
                try {
                    button.first().click(new Locator.ClickOptions().setTimeout(1000));
                } catch (PlaywrightException gone) {
                    return; // the scene went by itself meanwhile
                }
                return;
            }
        }
    }

    Citizen choose(String item) {
        page.locator("[data-item=\"" + item + "\"]:visible").click();
        return this;
    }

    Citizen answer(String field, String value) {
        page.locator("[data-field=\"" + field + "\"][data-value=\"" + value + "\"]:visible")
                .click();
        return this;
    }

    Citizen pick(String value) {
        page.locator("[data-act=\"pick\"][data-value=\"" + value + "\"]:visible")
                .click();
        return this;
    }

    Citizen type(String digits) {
        for (char digit : digits.toCharArray()) {
            page.locator("[data-act=\"key\"][data-value=\"" + digit + "\"]:visible")
                    .click();
        }
        return this;
    }

    /** Somebody of the staff signs in. */
    Citizen enters(String badge, String pin) {
        return type(badge).press("enter").type(pin).press("enter");
    }

    Citizen signs() {
        Locator canvas = page.locator("canvas:visible").first();
        var box = canvas.boundingBox();
        page.mouse().move(box.x + box.width * .2, box.y + box.height * .5);
        page.mouse().down();
        for (int i = 1; i <= 24; i++) {
            page.mouse().move(box.x + box.width * (.2 + .025 * i), box.y + box.height * (.5 + .25 * Math.sin(i)));
        }
        page.mouse().up();
        return this;
    }

    Citizen rates(int stars) {
        page.locator("[data-act=\"rate\"][data-value=\"" + stars + "\"]:visible")
                .click();
        return this;
    }

    /** The text of a field that the scene shows, such as {@code progress-code}. */
    String field(String name) {
        return page.locator("[data-field=\"" + name + "\"]:visible")
                .first()
                .innerText()
                .strip();
    }

    String text() {
        return page.locator("[data-scene]").first().innerText();
    }

    Page page() {
        return page;
    }
}
