package io.zizhu.measure;

import java.util.ArrayList;
import java.util.List;

/** Numbers of one kind, as they come. One thread. */
final class Samples {
    private final List<Double> all = new ArrayList<>();

    void add(double value) {
        all.add(value);
    }

    void addNanos(long nanos) {
        all.add(nanos / 1e6);
    }

    /** The nearest rank, so always a number that was measured; 0 is the least, 1 the greatest. */
    double at(double share) {
        List<Double> sorted = all.stream().sorted().toList();
        return sorted.get((int) Math.max(0, Math.ceil(share * sorted.size()) - 1));
    }

    double best() {
        return at(0);
    }

    double median() {
        return at(.5);
    }
}
