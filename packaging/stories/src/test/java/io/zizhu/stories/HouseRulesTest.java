package io.zizhu.stories;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the house: if the build does not check a rule, it is not a rule. */
class HouseRulesTest {
    private static final Path ROOT = Path.of("../..");
    private static final List<String> ROOMS = List.of(
            "peripherals/contract",
            "peripherals/drivers",
            "peripherals/passport",
            "peripherals/simulators",
            "peripherals/tck",
            "config/wire",
            "config/catalogue",
            "config/agent",
            "config/central",
            "kiosk-shell/service",
            "kiosk-shell/terminal",
            "ui/touch",
            "ui/console");

    private static JavaClasses house;
    private static Map<Path, String> sources;

    @BeforeAll
    static void read_the_house() throws IOException {
        house = new ClassFileImporter()
                .importPaths(ROOMS.stream()
                        .map(room -> ROOT.resolve(room).resolve("target/classes"))
                        .filter(Files::isDirectory)
                        .toList());
        try (Stream<Path> files = Files.walk(ROOT)) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .collect(Collectors.toMap(file -> ROOT.relativize(file), HouseRulesTest::read));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            throw new IllegalStateException(file + " cannot be read", gone);
        }
    }

    @Test
    void every_room_was_built_before_its_rules_are_checked() {
        assertTrue(house.size() > 300, house.size() + " classes are too few: build the whole house first");
    }

    /** Never-arrows: whoever stands left never names what stands right. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "io.zizhu.device..|io.zizhu.driver..,io.zizhu.sim..,io.zizhu.tck..,io.zizhu.service..,io.zizhu.wire..",
                "io.zizhu.wire..|io.zizhu.device..,io.zizhu.catalogue..,io.zizhu.agent..,io.zizhu.central..",
                "io.zizhu.catalogue..|io.zizhu.device..,io.zizhu.wire..,io.zizhu.service..",
                "io.zizhu.service..|com.vaadin..,org.eclipse.jetty..,java.sql..,com.hivemq..,org.apache.pdfbox..,java.net..,java.io..,java.nio..",
                "io.zizhu.service..|io.zizhu.driver..,io.zizhu.agent..,io.zizhu.wire..,io.zizhu.terminal..",
                "io.zizhu.touch..|io.zizhu.device..,io.zizhu.driver..,io.zizhu.agent..,io.zizhu.terminal..,io.zizhu.wire..,io.zizhu.central..",
                "io.zizhu.touch..|org.eclipse.jetty..,java.sql..",
                "io.zizhu.console..|io.zizhu.device..,io.zizhu.service..,io.zizhu.terminal..,io.zizhu.touch..,org.eclipse.jetty..,java.sql..",
                "io.zizhu.sim..|io.zizhu.driver..,io.zizhu.passport..,io.zizhu.service..,io.zizhu.terminal..",
                "io.zizhu.driver..|io.zizhu.sim..,io.zizhu.tck..,io.zizhu.service..,io.zizhu.terminal..",
                "io.zizhu.passport..|io.zizhu.driver..,io.zizhu.sim..,io.zizhu.tck..,io.zizhu.service..,io.zizhu.terminal..",
                "io.zizhu.agent..|io.zizhu.central..,io.zizhu.device..,io.zizhu.service..,io.zizhu.terminal..",
                "io.zizhu.central..|io.zizhu.agent..,io.zizhu.device..,io.zizhu.service..,io.zizhu.terminal..,io.zizhu.console..,com.vaadin..",
                "io.zizhu.terminal..|io.zizhu.driver..,io.zizhu.touch..,io.zizhu.central..,io.zizhu.sim..,io.zizhu.tck..,com.vaadin..",
                "io.zizhu.touch.scene..|io.zizhu.touch.staff..",
                "io.zizhu.touch.staff..|io.zizhu.touch.scene..",
            })
    void an_arrow_that_must_never_be_is_not_there(String from, String to) {
        noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to.split(","))
                .allowEmptyShould(true)
                .check(house);
    }

    @ParameterizedTest
    @CsvSource({"io.zizhu.driver", "io.zizhu.terminal"})
    void sister_packages_meet_only_in_their_plan(String parent) {
        slices().matching(parent + ".(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        com.tngtech.archunit.base.DescribedPredicate.alwaysTrue(),
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                                "io.zizhu.driver.link.."))
                .ignoreDependency(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                                "io.zizhu.driver.face.."),
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                                "io.zizhu.driver.camera.."))
                .ignoreDependency(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                                "io.zizhu.driver.document.."),
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                                "io.zizhu.driver.camera.."))
                .ignoreDependency(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                                "io.zizhu.driver.training.."),
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                                "io.zizhu.driver.finger.."))
                .allowEmptyShould(true)
                .check(house);
    }

    @Test
    void no_packages_stand_in_a_circle() {
        slices().matching("io.zizhu.(**)").should().beFreeOfCycles().check(house);
    }

    @Test
    void no_withheld_type_is_handed_to_a_logger() {
        Pattern logged = Pattern.compile(
                "LOG\\.(trace|debug|info|warn|error)\\([^;]*\\b(idCard|card|portrait|answers|applicant|signature|certificate)\\b\\s*[,)]");
        assertNone(
                files(main()).filter(file -> logged.matcher(sources.get(file)).find()), "logs something withheld");
    }

    @Test
    void files_are_at_most_500_lines_and_packages_at_most_15_files() {
        assertNone(
                sources.keySet().stream()
                        .filter(file -> sources.get(file).lines().count() > 500),
                "has more than 500 lines");
        Map<Path, Long> sizes = files(main()).collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertNone(
                sizes.entrySet().stream().filter(size -> size.getValue() > 16).map(Map.Entry::getKey),
                "holds more than 15 files beside its package-info");
    }

    @Test
    void nothing_is_called_by_a_filler_name() {
        Pattern filler =
                Pattern.compile(".*(Manager|Helper|Utils?|Impl|Info|DTO|Constants)\\.java|(Base|Abstract)[A-Z].*");
        assertNone(
                sources.keySet().stream()
                        .filter(file ->
                                filler.matcher(file.getFileName().toString()).matches())
                        .filter(file -> !file.endsWith("package-info.java")),
                "has a filler name");
    }

    @Test
    void every_package_is_null_marked() {
        assertNone(
                files(main()).map(Path::getParent).distinct().filter(folder -> !sources.getOrDefault(
                                folder.resolve("package-info.java"), "")
                        .contains("@NullMarked")),
                "has no @NullMarked package-info");
    }

    @Test
    void tests_wait_for_facts_and_use_no_mocks() {
        Pattern slept = Pattern.compile("Thread\\." + "sleep\\(");
        Pattern mocked = Pattern.compile("(?i)mock" + "ito");
        assertNone(
                files(Pattern.compile(".*/src/test/java/.*"))
                        .filter(file -> slept.matcher(sources.get(file)).find()
                                || mocked.matcher(sources.get(file)).find()),
                "sleeps or mocks");
    }

    @Test
    void only_mains_print() {
        String print = "System." + "out";
        assertNone(
                files(main()).filter(file -> sources.get(file).contains(print)).filter(file -> !sources.get(file)
                        .contains("static void main(")),
                "prints, but is no main");
    }

    @Test
    void every_contract_has_a_kit_and_every_driver_a_kit_subclass() {
        List<String> missing = new ArrayList<>();
        Pattern contract = Pattern.compile("interface (\\w+) extends Device\\b");
        String tests = sources.entrySet().stream()
                .filter(source -> source.getKey().startsWith("peripherals/drivers/src/test")
                        || source.getKey().startsWith("peripherals/passport/src/test"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
        sources.forEach((file, text) -> {
            var found = contract.matcher(text);
            if (file.startsWith("peripherals/contract/src/main") && found.find()) {
                String kit = found.group(1) + "Kit";
                if (sources.keySet().stream().noneMatch(other -> other.endsWith(kit + ".java"))) {
                    missing.add(found.group(1) + " has no " + kit);
                } else if (!tests.contains("extends " + kit)) {
                    missing.add("no driver's test extends " + kit);
                }
            }
        });
        assertEquals(List.of(), missing);
    }

    @Test
    void the_images_hold_what_they_should_and_nothing_of_the_bench() throws IOException {
        assertEquals(List.of(), jars("terminal", "ui-console|central|simulators|tck|junit|playwright"));
        assertEquals(List.of(), jars("centre", "ui-touch|kiosk-|drivers|simulators|tck|junit|playwright"));
        assertEquals(List.of(), jars("bench", "drivers|kiosk-|tck|junit|vaadin"));
        assertEquals(1, jars("terminal", "ui-touch").size());
        assertEquals(1, jars("centre", "ui-console").size());
    }

    private static List<String> jars(String image, String pattern) throws IOException {
        try (Stream<Path> lib = Files.list(ROOT.resolve("packaging/images/" + image + "/target/lib"))) {
            Pattern wanted = Pattern.compile("(" + pattern + ").*");
            return lib.map(jar -> jar.getFileName().toString())
                    .filter(jar -> wanted.matcher(jar).lookingAt())
                    .toList();
        }
    }

    private static Pattern main() {
        return Pattern.compile(".*/src/main/java/.*");
    }

    private static Stream<Path> files(Pattern where) {
        return sources.keySet().stream()
                .filter(file -> where.matcher(file.toString()).matches());
    }

    private static void assertNone(Stream<Path> found, String what) {
        assertEquals(List.of(), found.map(file -> file + " " + what).sorted().toList());
    }
}
