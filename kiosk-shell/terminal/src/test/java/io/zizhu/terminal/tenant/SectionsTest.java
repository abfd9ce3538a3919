package io.zizhu.terminal.tenant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.agent.rollout.Tenant;
import io.zizhu.catalogue.Item;
import io.zizhu.catalogue.Words;
import io.zizhu.service.upkeep.Person;
import io.zizhu.wire.bundle.Section;
import io.zizhu.wire.json.Octets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionsTest {
    private static final Path TRAINING = Path.of("../../packaging/training/factory");
    private static final String PAD =
            "{\"devices\":[{\"id\":\"pay-pad\",\"kind\":\"pay-pad\",\"driver\":\"zvt-tcp\",\"settings\":{\"port\":\"1\"}}]}";

    @TempDir
    Path dir;

    @Test
    void the_training_factory_is_whole_and_accepted() throws Exception {
        Files.createDirectory(dir.resolve("catalogue"));
        for (String name : List.of("welcome.json", "staff.json")) {
            Files.copy(TRAINING.resolve(name), dir.resolve(name));
        }
        Files.writeString(dir.resolve("devices.json"), PAD);
        for (String code : List.of("case-progress", "id-card-renewal", "no-criminal-record")) {
            Files.copy(TRAINING.resolve("catalogue/" + code + ".yaml"), dir.resolve("catalogue/" + code + ".yaml"));
        }
        var catalogue = new Held<>(Sections.CATALOGUE, _ -> {});
        var staff = new Held<>(Sections.STAFF, _ -> {});
        var devices = new Held<>(Sections.DEVICES, _ -> {});
        var privacy = new Held<>(Sections.PRIVACY, _ -> {});
        for (Section section : Factory.sections(dir)) {
            for (Tenant tenant : List.<Tenant>of(catalogue, staff, devices, privacy)) {
                if (tenant.section().equals(section.name())) {
                    assertEquals(new Tenant.Heard.Accepted(), tenant.accept(section));
                }
            }
        }
        assertEquals(
                List.of("no-criminal-record", "id-card-renewal", "case-progress"),
                catalogue.get().stream().map(Item::code).toList());
        assertEquals(Duration.ofHours(24), privacy.get(), "no privacy.json: a day");
        assertTrue(staff.get().badges());
        assertEquals(
                List.of("1001", "2001", "2002", "9001"),
                staff.get().all().stream().map(Person::badge).toList());
        assertTrue(staff.get().all().getFirst().pin().opens("246810"));
        assertEquals("zvt-tcp", devices.get().getFirst().binding().driver());
    }

    @Test
    void checking_changes_nothing_and_accepting_tells() {
        List<Words> told = new ArrayList<>();
        var welcome = new Held<>(Sections.WELCOME, told::add);
        Section first = section(Sections.WELCOME, "{\"zh\":\"欢迎\",\"en\":\"Welcome\"}");
        assertEquals(new Tenant.Heard.Accepted(), welcome.check(first));
        assertThrows(IllegalStateException.class, welcome::get);
        assertEquals(new Tenant.Heard.Accepted(), welcome.accept(first));
        assertInstanceOf(
                Tenant.Heard.Refused.class, welcome.accept(section(Sections.WELCOME, "{\"zh\":\"\",\"en\":\"x\"}")));
        assertEquals(List.of(new Words("欢迎", "Welcome")), told);
        assertEquals("Welcome", welcome.get().en());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "\"kind\":\"pay-pad\" ~ \"kind\":\"pay-toy\" ~ devices.devices[0].kind: no kind of device is called \"pay-toy\"",
                "\"id\":\"pay-pad\" ~ \"id\":\"Pay Pad\" ~ devices.devices[0].id: a device id is lower case",
                "\"driver\":\"zvt-tcp\", ~ '' ~ devices.devices[0].driver: is missing",
                "\"port\":\"1\" ~ \"port\":1 ~ devices.devices[0].settings: holds a value that is not a text",
                "]} ~ ] ~ devices/at",
            })
    void a_refused_section_names_its_field(String from, String to, String reason) {
        var devices = new Held<>(Sections.DEVICES, _ -> {});
        var heard = assertInstanceOf(
                Tenant.Heard.Refused.class, devices.check(section(Sections.DEVICES, PAD.replace(from, to))));
        assertTrue(heard.reason().startsWith(reason), heard.reason());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"keepHours\":-1} ~ privacy.keepHours: is -1, allowed are 0 to 2160 (90 days)",
                "{\"keepHours\":2161} ~ privacy.keepHours: is 2161, allowed are 0 to 2160 (90 days)",
                "{\"keepHours\":1.5} ~ privacy.keepHours: is not a whole number",
                "{\"keepHours\":\"24\"} ~ privacy.keepHours: is not a whole number",
                "{} ~ privacy.keepHours: is missing",
            })
    void a_time_to_keep_personal_fields_outside_its_bounds_is_refused(String json, String reason) {
        var privacy = new Held<>(Sections.PRIVACY, _ -> {});
        assertEquals(new Tenant.Heard.Refused(reason), privacy.check(section(Sections.PRIVACY, json)));
    }

    @ParameterizedTest
    @CsvSource({"0", "2160"})
    void both_bounds_of_the_time_to_keep_are_lived_by(int hours) {
        var privacy = new Held<>(Sections.PRIVACY, _ -> {});
        assertEquals(
                new Tenant.Heard.Accepted(),
                privacy.accept(section(Sections.PRIVACY, "{\"keepHours\":" + hours + "}")));
        assertEquals(Duration.ofHours(hours), privacy.get());
    }

    @Test
    void an_item_file_and_another_schema_are_refused_by_name() {
        var catalogue = new Held<>(Sections.CATALOGUE, _ -> {});
        var bad = assertInstanceOf(
                Tenant.Heard.Refused.class,
                catalogue.check(
                        section(Sections.CATALOGUE, "{\"items\":{\"passport\":\"code: passport\\nfee: -1\\n\"}}")));
        assertTrue(bad.reason().startsWith("catalogue/passport.yaml: "), bad.reason());
        assertEquals(
                new Tenant.Heard.Refused(
                        "catalogue/schema: \"zizhu.catalogue/9\", this software reads zizhu.catalogue/1"),
                catalogue.check(new Section("catalogue", "zizhu.catalogue/9", Octets.NONE)));
    }

    private static Section section(Held.Form<?> form, String json) {
        return new Section(form.section(), form.schema(), Octets.of(json.getBytes(UTF_8)));
    }
}
