package io.zizhu.wire.bundle;

import io.zizhu.wire.json.Digest;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Read;
import io.zizhu.wire.seal.Envelope;
import io.zizhu.wire.seal.Signer;
import io.zizhu.wire.seal.TrustRoot;
import io.zizhu.wire.seal.Verdict;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Desired state for one terminal or one group, signed by the director.
 *
 * @param version grows with every bundle for the same receiver
 * @param expires after this no terminal takes it up; one that has it keeps working
 * @param audience whom it is for: a terminal id, or {@code group:NAME}; {@code group:all} is everybody
 */
public record Bundle(long version, Instant expires, String audience, List<Section> sections) {
    public static final String TYPE = "bundle";
    public static final String EVERYBODY = "group:all";
    public static final int MOST_SECTIONS = 32;
    /** Longest envelope, base64 included. */
    public static final int MOST_BYTES = 6 * 1024 * 1024;

    public static final Form<Bundle> FORM = new Form<>(
            TYPE,
            bundle -> Json.Obj.EMPTY
                    .with("type", TYPE)
                    .with("version", bundle.version())
                    .with("expires", bundle.expires().toString())
                    .with("for", bundle.audience())
                    .with(
                            "sections",
                            bundle.sections().stream().map(Section.FORM::write).toList()),
            fields -> {
                var sections = fields.list("sections", Section.FORM.reader());
                var names = new HashSet<String>();
                if (sections.size() > MOST_SECTIONS) {
                    throw fields.wrong("sections", "are more than " + MOST_SECTIONS);
                }
                if (!sections.stream().allMatch(section -> names.add(section.name()))) {
                    throw fields.wrong("sections", "name one twice");
                }
                return new Bundle(fields.count("version"), fields.instant("expires"), fields.text("for", 80), sections);
            });

    public Bundle {
        sections = List.copyOf(sections);
    }

    /** The bundle as bytes to store, digest and serve. */
    public byte[] sealed(Signer... directors) {
        return Envelope.sign(FORM.write(this), directors).bytes();
    }

    public Optional<Section> section(String name) {
        return sections.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** What the doorbell says about sealed bytes. */
    public static Pointer pointer(long version, byte[] sealed) {
        return new Pointer(version, Digest.of(sealed));
    }

    /** What came of opening a bundle at the terminal. */
    public sealed interface Opened {
        record Whole(Bundle bundle) implements Opened {}

        /** @param field the member that gave the reason */
        record Refused(String field, String why) implements Opened {}
    }

    /**
     * Who signed, for me, newer, not expired, well-formed: in this order, nothing else is looked at before.
     *
     * @param audiences the terminal's id and its groups
     * @param seen highest version seen
     */
    public static Opened open(byte[] sealed, TrustRoot root, List<String> audiences, Instant now, long seen) {
        if (sealed.length > MOST_BYTES) {
            return new Opened.Refused(TYPE, "is longer than " + MOST_BYTES + " bytes");
        }
        return switch (root.check(sealed, TrustRoot.DIRECTOR, TYPE, now, seen)) {
            case Verdict.Refused refused -> new Opened.Refused(refused.field(), refused.why());
            case Verdict.Trusted(var signed, var _, var _) ->
                switch (FORM.read(signed)) {
                    case Read.Bad<Bundle>(String field, String why) -> new Opened.Refused(field, why);
                    case Read.Good<Bundle>(Bundle bundle) ->
                        audiences.contains(bundle.audience())
                                        || bundle.audience().equals(EVERYBODY)
                                ? new Opened.Whole(bundle)
                                : new Opened.Refused("signed.for", "is not this terminal");
                };
        };
    }
}
