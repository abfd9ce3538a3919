package io.zizhu.stories;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.Map;

/** Debian's Chromium with a profile on the disk that is there to be looked at, as the kiosk's own has one. */
final class KeptBrowser implements AutoCloseable {
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final BrowserContext chromium;

    KeptBrowser(Path profile) {
        chromium = playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(Browser.CHROMIUM)
                                .setHeadless(true)
                                .setArgs(Browser.QUIET)
                                .setViewportSize(1080, 1920)
                                .setLocale("zh-CN"));
    }

    Page page() {
        Page page = chromium.pages().getFirst();
        page.setDefaultTimeout(30_000);
        return page;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
