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
        for (String digit : List.of("2", "4", "6", "8")) {
            page.locator("[data-act=key][data-value='" + digit + "']").click();
        }
        page.locator("[data-act=enter]").click();
        page.locator("[data-scene=staff]").waitFor();
        page.waitForTimeout(300);
        shoot(page, out, "staff");
    }

    private static void shoot(Page page, Path out, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(out.resolve(name + ".png")));
    }
}
