package io.zizhu.driver.finger;

import com.machinezoo.sourceafis.FingerprintCompatibility;
import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import io.zizhu.device.finger.FingerTemplate;
import io.zizhu.device.finger.Match;
import io.zizhu.driver.finger.MinutiaeRecord.View;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Compares two templates: standard ones with SourceAFIS, all others with a vendor's plug-in where there is one. Any
 * thread; keeps nothing.
 *
 * <p>The threshold is SourceAFIS's own advice: a score of 40 stands for a false match rate of about 0.01 %, one in ten
 * thousand comparisons of different fingers, on its makers' data; it is to be checked on the readers of a station. Only
 * what {@link Minutiae} has read and written anew reaches the library, so that it never sees bytes from outside.
 */
public final class FingerMatcher {
    /** SourceAFIS: "score 40 corresponds to FMR 0.01 %". */
    static final double THRESHOLD = 40;

    /** Fewer than this prove nothing either way; forensic practice asks for twelve. */
    static final int LEAST_MINUTIAE = 12;

    private static final String NAME = "sourceafis-" + FingerprintCompatibility.version();

    private final List<FingerComparer> plugIns;

    public FingerMatcher(List<FingerComparer> plugIns) {
        this.plugIns = List.copyOf(plugIns);
    }

    /** With every plug-in on the class path. */
    public static FingerMatcher installed() {
        return new FingerMatcher(ServiceLoader.load(FingerComparer.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** Whether a card's own template can be compared here. */
    public boolean understandsCards() {
        return plugIn(FingerTemplate.Form.ISO_19794_2_2005, FingerTemplate.Form.CARD_GA_490)
                .isPresent();
    }

    private java.util.Optional<FingerComparer> plugIn(FingerTemplate.Form probe, FingerTemplate.Form reference) {
        return plugIns.stream().filter(one -> one.understands(probe, reference)).findFirst();
    }

    public Match compare(FingerTemplate probe, FingerTemplate reference) {
        if (probe.form() == FingerTemplate.Form.ISO_19794_2_2005
                && reference.form() == FingerTemplate.Form.ISO_19794_2_2005) {
            return standard(probe, reference);
        }
        return plugIn(probe.form(), reference.form())
                .map(one -> one.compare(probe, reference))
                .orElseGet(() -> new Match.NotCompared(
                        Match.Reason.NO_COMPARER, "no plug-in compares " + probe.form() + " with " + reference.form()));
    }

    private static Match standard(FingerTemplate probe, FingerTemplate reference) {
        return switch (read(probe)) {
            case Minutiae.Read.Broken(String why) -> unreadable("the probe", why);
            case Minutiae.Read.Whole(MinutiaeRecord left) ->
                switch (read(reference)) {
                    case Minutiae.Read.Broken(String why) -> unreadable("the reference", why);
                    case Minutiae.Read.Whole(MinutiaeRecord right) -> judged(left, right);
                };
        };
    }

    private static Minutiae.Read read(FingerTemplate template) {
        byte[] bytes = template.bytes();
        try {
            return Minutiae.read(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static Match unreadable(String which, String why) {
        return new Match.NotCompared(Match.Reason.UNREADABLE, which + " is no minutiae record: " + why);
    }

    private static Match judged(MinutiaeRecord left, MinutiaeRecord right) {
        View probe = best(left);
        View reference = best(right);
        int fewest = Math.min(probe.minutiae().size(), reference.minutiae().size());
        if (fewest < LEAST_MINUTIAE) {
            return new Match.NotCompared(
                    Match.Reason.TOO_FEW_POINTS, fewest + " minutiae, at least " + LEAST_MINUTIAE + " are needed");
        }
        double score = Math.floor(new FingerprintMatcher(imported(left, probe))
                .match(imported(right, reference))); // 39.9 is below the threshold, and shown so
        Match.Judgement judgement = new Match.Judgement(score, THRESHOLD, NAME);
        return score >= THRESHOLD ? new Match.Same(judgement) : new Match.Different(judgement);
    }

    /** The view with the best quality: a record may hold several prints of a finger. */
    private static View best(MinutiaeRecord minutiae) {
        return minutiae.views().stream()
                .max(Comparator.comparingInt(View::quality))
                .orElseThrow();
    }

    private static FingerprintTemplate imported(MinutiaeRecord from, View view) {
        View alone = new View(view.finger(), 0, view.impression(), view.quality(), view.minutiae());
        byte[] bytes = Minutiae.write(new MinutiaeRecord(
                from.width(), from.height(), from.perCentimetreX(), from.perCentimetreY(), List.of(alone)));
        try {
            return FingerprintCompatibility.importTemplate(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
