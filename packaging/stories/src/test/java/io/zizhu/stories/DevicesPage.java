package io.zizhu.stories;

import io.zizhu.device.Driver;
import io.zizhu.device.profile.Ability;
import io.zizhu.device.profile.Profile;
import io.zizhu.device.profile.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The table of {@code docs/devices.md}, written from the drivers themselves: their kind, wire, settings, abilities and how
 * they were tried. Run by {@code packaging/devices-page}; {@code DevicesPageTest} holds the page to it.
 */
final class DevicesPage {
    static final Path PAGE = Path.of("../../docs/devices.md");
    private static final String BEGIN = "<!-- drivers: written by packaging/devices-page -->";
    private static final String END = "<!-- end of drivers -->";

    private DevicesPage() {}

    /** @return the page as it should be */
    static String written(String page) {
        int from = page.indexOf(BEGIN);
        int to = page.indexOf(END);
        if (from < 0 || to < from) {
            throw new IllegalStateException(PAGE + ": no place between \"" + BEGIN + "\" and \"" + END + "\"");
        }
        return page.substring(0, from) + BEGIN + "\n" + table() + page.substring(to);
    }

    private static String table() {
        List<Driver> drivers = StreamSupport.stream(
                        ServiceLoader.load(Driver.class).spliterator(), false)
                .sorted(Comparator.comparing(Driver::kind).thenComparing(Driver::id))
                .toList();
        return "\n| kind | driver | speaks | settings (default) | can | tried |\n|---|---|---|---|---|---|\n"
                + drivers.stream().map(DevicesPage::row).collect(Collectors.joining()) + "\n";
    }

    private static String row(Driver driver) {
        Profile profile = driver.profile();
        return "| " + driver.kind().word() + " | `" + driver.id() + "`" + (driver.trainingOnly() ? " (training)" : "")
                + " | " + profile.wire() + " | "
                + profile.settings().stream().map(DevicesPage::setting).collect(Collectors.joining(", ")) + " | "
                + profile.abilities().stream().sorted().map(Ability::word).collect(Collectors.joining(", ")) + " | "
                + profile.tested() + " |\n";
    }

    private static String setting(Setting setting) {
        String form =
                switch (setting.form()) {
                    case Setting.Form.Text text -> "";
                    case Setting.Form.Whole(int least, int most) -> " " + least + "–" + most;
                    case Setting.Form.OneOf(var words) -> " " + String.join("/", words);
                    case Setting.Form.Like(var pattern, var said) -> " " + said;
                };
        String otherwise =
                setting.otherwise().map(text -> " (" + text + ")").orElse(setting.optional() ? " (none)" : "");
        return "`" + setting.key() + "`" + (form + otherwise).replace("|", "\\|");
    }

    /** Writes the page anew. */
    public static void main(String[] arguments) throws IOException {
        Path page = arguments.length > 0 ? Path.of(arguments[0]) : PAGE;
        Files.writeString(page, written(Files.readString(page)));
    }
}
