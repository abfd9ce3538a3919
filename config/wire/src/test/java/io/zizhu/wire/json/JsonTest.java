package io.zizhu.wire.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonTest {
    /** RFC 8785, section 3.2.2 and 3.2.4. */
    @Test
    void the_example_of_rfc_8785_becomes_its_canonical_form() {
        String sample = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }""";
        assertEquals(
                "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
                Json.parse(sample).orThrow().canonical());
    }

    /** RFC 8785, section 3.2.3: sorted by UTF-16 units, so the astral face comes before U+FB33. */
    @Test
    void names_sort_by_utf_16_units() {
        String sample =
                "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}";
        assertEquals(
                "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}",
                Json.parse(sample).orThrow().canonical());
    }

    /** RFC 8785, appendix B. */
    @Test
    void numbers_are_spelt_as_ecmascript_spells_them() {
        Object[][] table = {
            {0x0000000000000000L, "0"},
            {0x8000000000000000L, "0"},
            {0x0000000000000001L, "5e-324"},
            {0x8000000000000001L, "-5e-324"},
            {0x7fefffffffffffffL, "1.7976931348623157e+308"},
            {0xffefffffffffffffL, "-1.7976931348623157e+308"},
            {0x4340000000000000L, "9007199254740992"},
            {0xc340000000000000L, "-9007199254740992"},
            {0x4430000000000000L, "295147905179352830000"},
            {0x44b52d02c7e14af5L, "9.999999999999997e+22"},
            {0x44b52d02c7e14af6L, "1e+23"},
            {0x44b52d02c7e14af7L, "1.0000000000000001e+23"},
            {0x444b1ae4d6e2ef4eL, "999999999999999700000"},
            {0x444b1ae4d6e2ef4fL, "999999999999999900000"},
            {0x444b1ae4d6e2ef50L, "1e+21"},
            {0x3eb0c6f7a0b5ed8cL, "9.999999999999997e-7"},
            {0x3eb0c6f7a0b5ed8dL, "0.000001"},
            {0x41b3de4355555553L, "333333333.3333332"},
            {0x41b3de4355555554L, "333333333.33333325"},
            {0x41b3de4355555555L, "333333333.3333333"},
            {0x41b3de4355555556L, "333333333.3333334"},
            {0x41b3de4355555557L, "333333333.33333343"},
            {0xbecbf647612f3696L, "-0.0000033333333333333333"},
            {0x43143ff3c1cb0959L, "1424953923781206.2"},
        };
        for (Object[] row : table) {
            assertEquals(row[1], new Json.Num(Double.longBitsToDouble((Long) row[0])).canonical());
        }
        assertThrows(Misfit.class, () -> new Json.Num(Double.NaN));
        assertThrows(Misfit.class, () -> new Json.Num(Double.POSITIVE_INFINITY));
    }

    @Test
    void bad_text_is_named_by_position() {
        bad("{\"a\":1,\"a\":2}", "at 7", "a name stands twice");
        bad("[1,]", "at 3", "a value was expected");
        bad("[01]", "at 2", "']' was expected");
        bad("{\"a\" 1}", "at 5", "':' was expected");
        bad("\"\\ud800\"", "at 1", "a lone surrogate in a text");
        bad("\"a\nb\"", "at 3", "a control character in a text");
        bad("9007199254740993", "at 0", "a whole number beyond 2^53 - 1");
        bad("1e400", "at 0", "a number too large");
        bad("true false", "at 5", "something after the end");
        bad("\"abc", "at 4", "ends within a text");
        bad("", "at 0", "ends too early");
        bad("[".repeat(40), "at 32", "nested deeper than 32");
        bad(new byte[] {'"', (byte) 0xc3, '"'}, "is not UTF-8");
        bad(
                ("\"" + "x".repeat(Limits.USUAL.bytes()) + "\"").getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "is longer than 8388608 bytes");
    }

    @Test
    void random_values_come_back_equal_and_their_bytes_are_stable() {
        var random = new Random(20261121);
        for (int i = 0; i < 3000; i++) {
            Json value = any(random, 4);
            byte[] bytes = value.bytes();
            Json back = Json.parse(bytes, Limits.USUAL).orThrow();
            assertEquals(value, back);
            assertArrayEquals(bytes, back.bytes());
        }
    }

    @Test
    void random_noise_is_refused_or_read_but_never_throws() {
        var random = new Random(7);
        byte[] seed = Json.parse("{\"a\":[1,2.5e3,\"x\\u00e9\",null,true],\"b\":{}}")
                .orThrow()
                .bytes();
        for (int i = 0; i < 20000; i++) {
            byte[] noisy = Arrays.copyOf(seed, 1 + random.nextInt(seed.length));
            noisy[random.nextInt(noisy.length)] = (byte) random.nextInt(256);
            switch (Json.parse(noisy, Limits.SMALL)) {
                case Read.Good<Json>(Json json) -> json.bytes();
                case Read.Bad<Json> _ -> {}
            }
        }
    }

    @Test
    void base64_has_one_spelling() {
        assertEquals(Octets.of(new byte[] {1}), Octets.base64("f", "AQ=="));
        for (String other : List.of("AQ", "AR==", "AQ==\n", "AQ=", "A Q==")) {
            assertThrows(Misfit.class, () -> Octets.base64("f", other), other);
        }
    }

    static Json any(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> new Json.Null();
            case 1 -> new Json.Bool(random.nextBoolean());
            case 2 -> Json.Num.of(random.nextInt());
            case 3 -> new Json.Num(finite(random));
            case 4 -> new Json.Text(text(random));
            case 5 -> {
                var values = new ArrayList<Json>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    values.add(any(random, depth - 1));
                }
                yield new Json.Arr(values);
            }
            case 6 -> {
                var members = new LinkedHashMap<String, Json>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    members.put(text(random), any(random, depth - 1));
                }
                yield new Json.Obj(members);
            }
            default -> fail("cannot be");
        };
    }

    private static double finite(Random random) {
        double value = Double.longBitsToDouble(random.nextLong());
        boolean largeWhole =
                value == Math.rint(value) && Math.abs(value) > Json.LARGEST_WHOLE && Math.abs(value) < 1e21;
        return Double.isFinite(value) && !largeWhole ? value : 0.5;
    }

    private static String text(Random random) {
        var out = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            int point = random.nextInt(random.nextBoolean() ? 0x80 : 0x30000);
            out.appendCodePoint(point >= 0xd800 && point < 0xe000 ? 0x20bb7 : point);
        }
        return out.toString();
    }

    private static void bad(String text, String where, String why) {
        var bad = assertInstanceOf(Read.Bad.class, Json.parse(text), text);
        assertEquals(where + " " + why, bad.field() + " " + bad.why());
    }

    private static void bad(byte[] bytes, String why) {
        assertEquals(
                why,
                assertInstanceOf(Read.Bad.class, Json.parse(bytes, Limits.USUAL))
                        .why());
    }
}
