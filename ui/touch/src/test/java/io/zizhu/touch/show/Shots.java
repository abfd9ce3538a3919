package io.zizhu.touch.show;

import com.microsoft.playwright.Page;
import io.zizhu.service.desk.Shown;
import io.zizhu.service.flow.Scene;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes a picture of every scene: {@code Shots DIR [width height]}; {@code -} keeps the showroom open to look at. */
public final class Shots {
    private static final Set<String> OUTSIDE = Set.of("idle", "closed", "home", "bye");

    private Shots() {}

    public static void main(String[] args) throws Exception {
        try (Showroom room = new Showroom()) {
            if (args[0].equals("-")) {
                System.out.println(room.citizenUrl() + " " + room.staffUrl());
                Thread.currentThread().join();
            }
            Path out = Files.createDirectories(Path.of(args[0]));
            try (Window window = new Window()) {
                Page page = args.length < 3
                        ? window.page(1080, 1920)
                        : window.page(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
                page.onConsoleMessage(message -> System.out.println("console: " + message.text()));
                if (args.length > 3) { // only the staff's
                    staff(room, page, out);
                    return;
                }
                page.navigate(room.citizenUrl());
                scenes(room, page, out, "zh");
                page.locator("[data-act=language]").click();
                page.locator("[data-scene][lang=en]").waitFor(); // a tap that meets a new scene is lost on purpose
                scenes(room, page, out, "en");
                page.locator("[data-act=elder]").click();
                page.locator("[data-scene].elder").waitFor();
                scenes(room, page, out, "elder-en");
                page.locator("[data-act=language]").click();
                page.locator("[data-scene][lang=zh-CN]").waitFor();
                scenes(room, page, out, "elder-zh");
                page.locator("[data-act=elder]").click();
                page.locator("[data-scene]:not(.elder)").waitFor();
                over(room, page, out);
                staff(room, page, out);
            }
        }
    }

    /** What falls under the bars of a 1080 x 1920 screen: targets of 76 px, letters of 28 px, contrast of 7, reach. */
    private static final String BARS = """
            name => {
              if (innerWidth !== 1080 || name.startsWith('staff')) return '';
              const told = [];
              const shown = e => e.offsetParent !== null;
              for (const e of document.querySelectorAll('[data-act]')) {
                const box = e.getBoundingClientRect();
                if (shown(e) && (box.width < 76 || box.height < 76)) told.push(`small ${e.dataset.act} ${box.height}`);
                if (shown(e) && box.top < 1920 * .25) told.push(`high ${e.dataset.act} ${Math.round(box.top)}`);
              }
              const light = text => {
                const [r, g, b] = text.match(/[\\d.]+/g).map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
                return .2126 * r + .7152 * g + .0722 * b;
              };
              const ground = e => {
                for (; e; e = e.parentElement) {
                  const colour = getComputedStyle(e).backgroundColor;
                  if (!/, 0\\)|transparent/.test(colour)) return colour;
                  if (e.classList.contains('kiosk')) return 'rgb(238, 243, 250)';
                }
                return 'rgb(255, 255, 255)';
              };
              for (const e of document.querySelectorAll('.kiosk *')) {
                const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
                if (!own || !shown(e)) continue;
                const style = getComputedStyle(e);
                const [a, b] = [light(style.color), light(ground(e))].sort();
                const ratio = (b + .05) / (a + .05);
                if (parseFloat(style.fontSize) < 28) told.push(`letters ${style.fontSize} ${e.textContent}`);
                if (ratio < 7) told.push(`contrast ${ratio.toFixed(1)} ${e.textContent}`);
              }
              return told.map(line => `${name}: ${line}\\n`).join('');
            }
            """;

    private static long number = 1;

    private static void scenes(Showroom room, Page page, Path out, String mode) {
        for (Map.Entry<String, Scene> sample : Samples.all().entrySet()) {
            if (!mode.equals("zh")
                    && OUTSIDE.contains(sample.getKey())
                    && !sample.getKey().equals("home")) {
                continue;
            }
            number++;
            Shown shown = OUTSIDE.contains(sample.getKey())
                    ? PretendDesk.outside(number, sample.getValue())
                    : PretendDesk.inside(number, sample.getValue());
            room.desk.shows(shown);
            page.locator("[data-scene=" + sample.getValue().word() + "]").waitFor();
            page.waitForTimeout(400);
            shoot(page, out, sample.getKey() + "-" + mode);
        }
    }

    private static void over(Showroom room, Page page, Path out) {
        Shown form = PretendDesk.inside(++number, Samples.choices());
        room.desk.shows(form);
        page.locator("[data-act=help]").click();
        page.waitForTimeout(300);
        shoot(page, out, "help");
        page.locator("[data-act=close]").click();
        room.desk.shows(new Shown(
                form.number(), form.scene(), form.visit(), form.item(), form.step(), form.steps(), true, true, 17));
        page.locator("[data-act=stay]").waitFor();
        page.waitForTimeout(300);
        shoot(page, out, "leaving");
    }

    private static void staff(Showroom room, Page page, Path out) {
        page.navigate(room.staffUrl());
        page.locator("[data-scene=staff-pin]").waitFor();
        page.waitForTimeout(300);
        shoot(page, out, "staff-pin");
        for (String typed : List.of("1001", "2468")) {
            for (String digit : typed.split("")) {
                page.locator("[data-act=key][data-value='" + digit + "']").click();
            }
            page.locator("[data-act=enter]").click();
        }
        page.locator("[data-scene=staff]").waitFor();
        page.waitForTimeout(300);
        shoot(page, out, "staff");
        for (String act : List.of("guides", "kept", "shift", "restart", "supply", "settle")) {
            if (act.equals("settle")) {
                page.locator("[data-act=settlement]").first().click();
            }
            page.locator("[data-act=" + act + "]").first().click();
            page.locator("[data-act=home]").waitFor();
            page.waitForTimeout(300);
            shoot(page, out, "staff-" + act);
            page.locator("[data-act=home]").click();
            page.locator("[data-scene=staff]").waitFor();
        }
        page.locator("[data-act=language]").click();
        page.locator("[data-scene=staff][lang=en]").waitFor();
        shoot(page, out, "staff-en");
        page.locator("[data-act=supply]").first().click();
        page.locator("[data-scene=staff-supply]").waitFor();
        shoot(page, out, "staff-supply-en");
    }

    private static void shoot(Page page, Path out, String name) {
        System.out.print(page.evaluate(BARS, name));
        page.screenshot(new Page.ScreenshotOptions().setPath(out.resolve(name + ".png")));
    }
}
