package io.zizhu.wire.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.zizhu.wire.json.Octets;
import io.zizhu.wire.json.Read;
import io.zizhu.wire.seal.Algorithm;
import io.zizhu.wire.seal.Signer;
import io.zizhu.wire.seal.TrustRoot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BundleTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant LATER = Instant.parse("2027-11-21T10:00:00Z");
    private static final List<String> ME = List.of("t-0001");

    private final Signer director = Signer.of(Algorithm.ES256, Algorithm.ES256.newKeys());
    private final TrustRoot root = TrustRoot.of(1, LATER, director.key(), director.key());
    private final Bundle bundle = new Bundle(
            101,
            LATER,
            "t-0001",
            List.of(new Section("welcome", "zizhu.welcome/1", Octets.utf8("{\"zh\":\"您好\",\"en\":\"Hello\"}"))));

    @Test
    void a_sealed_bundle_opens_whole_for_its_terminal_only() {
        byte[] sealed = bundle.sealed(director);
        assertEquals(new Bundle.Opened.Whole(bundle), Bundle.open(sealed, root, ME, NOW, 101));
        refused("signed.for", Bundle.open(sealed, root, List.of("t-0002", "group:north"), NOW, 0));
        refused("signed.version", Bundle.open(sealed, root, ME, NOW, 102));
        refused("signed.expires", Bundle.open(sealed, root, ME, LATER, 0));
    }

    @Test
    void a_bundle_for_everybody_opens_everywhere() {
        var all = new Bundle(1, LATER, Bundle.EVERYBODY, bundle.sections());
        assertInstanceOf(Bundle.Opened.Whole.class, Bundle.open(all.sealed(director), root, ME, NOW, 0));
    }

    /** Every position, three different flips each: low bit, case bit, high bit. */
    @Test
    void one_flipped_byte_anywhere_is_refused() {
        byte[] sealed = bundle.sealed(director);
        for (int at = 0; at < sealed.length; at++) {
            for (int bit : new int[] {0x01, 0x20, 0x80}) {
                byte[] flipped = sealed.clone();
                flipped[at] ^= (byte) bit;
                assertInstanceOf(
                        Bundle.Opened.Refused.class,
                        Bundle.open(flipped, root, ME, NOW, 0),
                        "byte " + at + " ^ " + bit);
            }
        }
    }

    @Test
    void the_same_content_in_another_spelling_is_refused() {
        String sealed = new String(bundle.sealed(director), java.nio.charset.StandardCharsets.UTF_8);
        refused("envelope", open(sealed + "\n"));
        refused("envelope", open(sealed.replace("\"version\":101", "\"version\":1.01e2")));
        refused("envelope", open(sealed.replaceFirst("\\{", "{\"extra\":1,")));
    }

    @Test
    void sections_out_of_bounds_are_refused() {
        var section = bundle.sections().getFirst();
        refused("bundle.sections", open(List.of(section, section)));
        refused("bundle.sections[0].name", open(List.of(new Section("../x", "s", Octets.NONE))));
        refused(
                "bundle.sections[0].bytes",
                open(List.of(new Section("big", "s", Octets.of(new byte[Section.MOST_BYTES + 1])))));
        var many = new ArrayList<Section>();
        for (int i = 0; i <= Bundle.MOST_SECTIONS; i++) {
            many.add(new Section("s" + i, "s", Octets.NONE));
        }
        refused("bundle.sections", open(many));
    }

    @Test
    void the_pointer_names_the_sealed_bytes() {
        byte[] sealed = bundle.sealed(director);
        var pointer = Bundle.pointer(101, sealed);
        assertEquals(new Read.Good<>(pointer), Pointer.FORM.open(Pointer.FORM.bytes(pointer)));
        assertEquals(Octets.of(sealed).digest(), pointer.digest());
    }

    private Bundle.Opened open(List<Section> sections) {
        return Bundle.open(new Bundle(1, LATER, "t-0001", sections).sealed(director), root, ME, NOW, 0);
    }

    private Bundle.Opened open(String text) {
        return Bundle.open(Octets.utf8(text).bytes(), root, ME, NOW, 0);
    }

    private static void refused(String field, Bundle.Opened opened) {
        assertEquals(
                field, assertInstanceOf(Bundle.Opened.Refused.class, opened).field());
    }
}
