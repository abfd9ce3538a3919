package io.zizhu.sim.peer.zvt;

/** What can happen to the pad while it talks: the till says something or goes, or a person acts. */
sealed interface Happening {
    record Heard(Telegram telegram) implements Happening {}

    record Gone() implements Happening {}

    /** @param act {@code tap}, {@code decline}, {@code cancel} or {@code release} */
    record Person(String act) implements Happening {}
}
