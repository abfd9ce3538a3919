package io.zizhu.driver.cabinet;

import io.zizhu.device.Media;
import java.util.Optional;
import java.util.stream.Stream;

/** What is watched running low. */
sealed interface Stock {
    Stream<Point> points();

    Media level(Reading reading);

    /** Switches: on means low, on means out. */
    record Switches(Point low, Optional<Point> out) implements Stock {
        @Override
        public Stream<Point> points() {
            return Stream.concat(Stream.of(low), out.stream());
        }

        @Override
        public Media level(Reading reading) {
            if (out.filter(reading::on).isPresent()) {
                return Media.OUT;
            }
            return reading.on(low) ? Media.LOW : Media.FULL;
        }
    }

    /** A number that falls: below {@code low} it is low, at {@code out} and below it is out. */
    record Count(Point register, int low, int out) implements Stock {
        @Override
        public Stream<Point> points() {
            return Stream.of(register);
        }

        @Override
        public Media level(Reading reading) {
            int now = reading.value(register);
            return now <= out ? Media.OUT : now < low ? Media.LOW : Media.FULL;
        }
    }
}
