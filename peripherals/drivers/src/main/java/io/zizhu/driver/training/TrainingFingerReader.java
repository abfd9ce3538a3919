package io.zizhu.driver.training;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.finger.Capture;
import io.zizhu.device.finger.Finger;
import io.zizhu.device.finger.FingerReader;
import io.zizhu.device.finger.FingerTemplate;
import io.zizhu.device.finger.Match;
import io.zizhu.device.profile.Ability;
import io.zizhu.driver.finger.FingerMatcher;
import io.zizhu.driver.finger.Minutiae;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A fingerprint reader on the training line. */
final class TrainingFingerReader implements FingerReader {
    static final Set<Ability> ABILITIES = Set.of(Ability.CAPTURE, Ability.MATCH);
    private static final String CAPTURE = "capture";

    private final TrainingLine line;
    private final FingerMatcher matcher;

    TrainingFingerReader(TrainingLine line, FingerMatcher matcher) {
        this.line = line;
        this.matcher = matcher;
    }

    @Override
    public Pulse pulse() throws DeviceAway {
        return line.pulse();
    }

    @Override
    public Set<Ability> abilities() {
        return ABILITIES;
    }

    @Override
    public Capture capture(Finger finger, Patience patience) throws DeviceAway {
        Said done = line.ask(CAPTURE, Map.of("finger", finger.word()), patience, Said::wipe);
        try {
            return switch (done.text("outcome")) {
                case "captured" -> captured(done);
                case "nothing" -> new Capture.Nothing();
                case "poor" -> new Capture.Poor(reason(done.text("reason")), quality(done));
                case "lifted" ->
                    new Capture.Failed(new Fault(Fault.Kind.MOVED, "the finger was lifted before it was read"));
                case "busy" -> new Capture.Failed(new Fault(Fault.Kind.BUSY, "the reader does something else"));
                default -> throw line.odd(CAPTURE, done);
            };
        } finally {
            done.wipe();
        }
    }

    private Capture captured(Said done) throws DeviceAway {
        Optional<byte[]> sent = done.bytes("template");
        if (sent.isEmpty()) {
            throw line.odd(CAPTURE, done);
        }
        byte[] bytes = sent.get();
        try {
            if (!Minutiae.readable(bytes)) {
                return new Capture.Failed(new Fault(Fault.Kind.GARBLED, "the reader's template is no minutiae record"));
            }
            return new Capture.Captured(new FingerTemplate(FingerTemplate.Form.ISO_19794_2_2005, bytes), quality(done));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static int quality(Said done) {
        String text = done.text("quality");
        return text.matches("\\d{1,3}") ? Math.min(100, Integer.parseInt(text)) : 0;
    }

    private static Capture.Reason reason(String word) {
        return switch (word) {
            case "dry" -> Capture.Reason.DRY;
            case "wet" -> Capture.Reason.WET;
            case "dirty" -> Capture.Reason.DIRTY;
            case "partial" -> Capture.Reason.PARTIAL;
            default -> Capture.Reason.OTHER;
        };
    }

    @Override
    public Match match(FingerTemplate probe, FingerTemplate reference) {
        return matcher.compare(probe, reference);
    }

    @Override
    public void wipe() {
        line.wipe();
    }

    @Override
    public void close() {
        line.close();
    }
}
