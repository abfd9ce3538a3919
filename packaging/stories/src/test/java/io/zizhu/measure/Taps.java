package io.zizhu.measure;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * From a tap to the changed DOM in a real Chromium, by a clock inside the page: from the click event's own time to the
 * moment the pressed button says something else. The terminal's language button beside the bare app's only button, both
 * a round trip to the server; in blocks by turns, so that both meet the same load.
 */
final class Taps {
    private static final int WARM = 20;
    private static final int BLOCKS = 5;
    private static final int BLOCK = 25;
    private static final String CLOCK = """
            () => {
              window.taps = [];
              document.addEventListener('click', event => {
                const pressed = event.target.closest('[data-act]');
                if (!pressed) return;
                const same = '[data-act="' + pressed.dataset.act + '"]', before = pressed.textContent;
                const seen = new MutationObserver(() => {
                  const now = document.querySelector(same);
                  if (now && now.textContent !== before) {
                    window.taps.push(performance.now() - event.timeStamp);
                    seen.disconnect();
                  }
                });
                seen.observe(document, {subtree: true, childList: true, characterData: true});
              }, true);
            }""";

    private final Stage stage;

    Taps(Stage stage) {
        this.stage = stage;
    }

    List<Row> rows() throws IOException, InterruptedException {
        Samples ours = new Samples();
        Samples bare = new Samples();
        try (Program terminal = stage.start(Stage.Player.TERMINAL, false);
                Program plain = stage.start(Stage.Player.BARE, false);
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser chromium = playwright.chromium().launch(options())) {
            Page kiosk = page(chromium, terminal);
            kiosk.locator("[data-scene=idle] [data-act=start]:visible").first().tap();
            kiosk.locator("[data-scene=home]").waitFor();
            Page view = page(chromium, plain);
            taps(kiosk, "language", WARM);
            taps(view, "press", WARM);
            for (int i = 0; i < BLOCKS; i++) {
                taps(kiosk, "language", BLOCK).forEach(ours::add);
                taps(view, "press", BLOCK).forEach(bare::add);
            }
        }
        String what = "tap to DOM update (language switch, " + BLOCKS * BLOCK + " taps), ";
        String alternative = "Vaadin, one view with one button";
        return List.of(
                new Row(what + "p50", ours.median(), bare.median(), "ms", alternative),
                new Row(what + "p99", ours.at(.99), bare.at(.99), "ms", alternative));
    }

    private static BrowserType.LaunchOptions options() {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setHeadless(true)
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
    }

    private static Page page(Browser chromium, Program program) throws IOException, InterruptedException {
        Page page = chromium.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1080, 1920)
                        .setLocale("zh-CN")
                        .setHasTouch(true))
                .newPage();
        page.setDefaultTimeout(30_000);
        page.navigate(Stage.address(program.ready()));
        page.locator("[data-scene]").first().waitFor();
        page.evaluate(CLOCK);
        return page;
    }

    private static List<Double> taps(Page page, String act, int count) {
        page.bringToFront();
        page.evaluate("() => { window.taps = []; }");
        Locator button = page.locator("[data-act=" + act + "]:visible").first();
        for (int i = 1; i <= count; i++) {
            button.tap();
            page.waitForFunction("wanted => window.taps.length >= wanted", i);
        }
        return ((List<?>) page.evaluate("() => window.taps"))
                .stream().map(each -> ((Number) each).doubleValue()).toList();
    }
}
