package io.zizhu.stories;

/** The two main ways through the kiosk, for stories and the demo. */
final class Walks {
    private Walks() {}

    /** From the greeting, or the last words to somebody else, to the check screen, left at {@code wait} after the answers were confirmed. */
    static Citizen certificate(Citizen citizen, BenchClient bench, String person) {
        citizen.arrives().choose("no-criminal-record");
        citizen.at("guide").press("next").at("consent").press("next").at("identify");
        bench.comes(person);
        citizen.at("form").answer("purpose", "work").answer("area", "abroad").press("next");
        return citizen.at("check").press("next");
    }

    /** Up to the pad that waits for a card. */
    static Citizen renewal(Citizen citizen, BenchClient bench, String person) {
        citizen.arrives().choose("id-card-renewal");
        citizen.at("guide").press("next").at("consent").press("next").at("identify");
        bench.comes(person);
        citizen.at("form")
                .answer("reason", "expired")
                .answer("delivery", "collect")
                .press("next");
        citizen.at("photo").pick("live").press("next");
        citizen.at("check").press("next");
        return citizen.at("sign").signs().press("next").at("pay");
    }
}
