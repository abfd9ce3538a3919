package io.zizhu.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemFileTest {
    private static final Path SHIPPED = Path.of("../../packaging/training/factory/catalogue");

    private static String shipped(String name) throws IOException {
        return Files.readString(SHIPPED.resolve(name + ".yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-criminal-record", "id-card-renewal", "case-progress"})
    void every_shipped_item_is_read(String name) throws Exception {
        Item item = ItemFile.parse(name + ".yaml", shipped(name));

        assertEquals(name, item.code());
    }

    @Test
    void the_renewal_costs_twenty_yuan_and_is_paid_after_it_was_accepted() throws Exception {
        Item item = ItemFile.parse("x", shipped("id-card-renewal"));

        assertEquals(2000, item.feeFen());
        int accept = item.steps().indexOf(new Step.Accept());
        assertTrue(accept >= 0 && accept < item.steps().indexOf(new Step.Pay()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fee: 2000|fee: 0|fee: 0 fen",
                "fee: 2000|fee: -5|fee: -5 should be",
                "  - accept: {}||steps[9]: pay needs accept",
                "  - face: {}||photo needs face",
                "kind: min-age, value: 16|kind: min-age|rules[0].value: is missing",
                "kind: had-card|kind: had-cart|\"had-cart\" is none",
                "code: id-card-renewal|code: ID Card|code: \"ID Card\" should be",
                "  - photo: {}|  - foto: {}|\"foto\" is no kind of step",
                "minutes: 4|minuets: 4|minuets: no such field",
                "en: Identity card renewal|zz: x|name.zz: no such field",
            })
    void a_wrong_field_is_named(String from, String to, String complaint) throws Exception {
        String yaml = shipped("id-card-renewal").replace(from, to == null ? "" : to);

        BadItem bad = assertThrows(BadItem.class, () -> ItemFile.parse("renewal.yaml", yaml));

        assertTrue(bad.getMessage().startsWith("renewal.yaml: "), bad.getMessage());
        assertTrue(bad.getMessage().contains(complaint), bad.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "42", "a: &a [*a, *a]", "!!java.net.URL [x]"})
    void what_is_no_item_is_refused_with_the_files_name(String yaml) {
        BadItem bad = assertThrows(BadItem.class, () -> ItemFile.parse("odd.yaml", yaml));

        assertTrue(bad.getMessage().startsWith("odd.yaml: "), bad.getMessage());
    }

    @Test
    void a_code_is_six_to_sixteen_digits() {
        Question code = new Question("code", Words.plain("x"), Question.Kind.CODE, java.util.List.of());

        assertTrue(code.allows("12345678"));
        assertTrue(!code.allows("12345") && !code.allows("12a45678"));
    }
}
