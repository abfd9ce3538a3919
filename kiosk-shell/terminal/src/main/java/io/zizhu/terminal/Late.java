package io.zizhu.terminal;

import java.util.Optional;

/** What is made later than those who will need it; asked for before it is there, that is a bug. */
final class Late<T> {
    private volatile Optional<T> made = Optional.empty();

    void is(T thing) {
        made = Optional.of(thing);
    }

    T get() {
        return made.orElseThrow(() -> new IllegalStateException("asked for before it was made"));
    }
}
