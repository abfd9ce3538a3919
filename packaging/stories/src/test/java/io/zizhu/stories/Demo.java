package io.zizhu.stories;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A scripted citizen goes through one whole visit: {@code Demo --citizen URL --bench URL --out DIR}. Screenshots of
 * every scene and the printed paper land in DIR; the exit code is 0 only if the paper came out.
 */
public final class Demo {
    private Demo() {}

    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(argument(args, "--out")));
        BenchClient bench = new BenchClient(URI.create(argument(args, "--bench")));
        int before = bench.count("certificate-printer");
        try (Browser browser = new Browser()) {
            Page page = browser.page(1080, 1920);
            AtomicInteger number = new AtomicInteger();
            Citizen citizen = new Citizen(page, URI.create(argument(args, "--citizen")), scene -> {
                page.waitForTimeout(400); // a picture of the scene at rest, after its images have come
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(out.resolve("%02d-%s.png".formatted(number.incrementAndGet(), scene))));
            });
            visit(citizen, bench);
        }
        bench.goes();
        int after = bench.count("certificate-printer");
        if (after == before) {
            System.out.println("demo: no paper came out");
            System.exit(1);
        }
        Files.write(out.resolve("certificate.pdf"), bench.out("certificate-printer", after));
        Files.write(out.resolve("slip.png"), bench.out("receipt-printer", bench.count("receipt-printer")));
        System.out.println("demo: the certificate came out; pictures and paper are in " + out);
    }

    private static void visit(Citizen citizen, BenchClient bench) {
        citizen.at("idle").press("start").at("home");
        citizen.press("language").at("home").press("language").at("home").choose("no-criminal-record");
        citizen.at("guide").press("next").at("consent").press("next").at("identify");
        bench.act("face-camera", "show", "{\"person\":\"p05\",\"as\":\"nobody\"}");
        bench.act("id-reader", "present", "{\"person\":\"p05\"}");
        citizen.at("face");
        bench.act("face-camera", "show", "{\"person\":\"p05\"}");
        citizen.at("form")
                .answer("purpose", "work")
                .answer("area", "abroad")
                .at("form")
                .press("next");
        citizen.at("check").press("next");
        citizen.at("issue")
                .press("next")
                .at("outcome")
                .press("next")
                .at("rate")
                .rates(5)
                .at("bye");
    }

    private static String argument(String[] args, String name) {
        for (int i = 0; i + 1 < args.length; i++) {
            if (args[i].equals(name)) {
                return args[i + 1];
            }
        }
        throw new IllegalArgumentException(name + " is missing");
    }
}
