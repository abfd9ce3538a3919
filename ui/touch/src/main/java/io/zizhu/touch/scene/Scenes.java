package io.zizhu.touch.scene;

import com.vaadin.flow.component.html.Div;
import io.zizhu.service.flow.Scene;

/** The view of each kind of scene; a new kind is a compile error here. */
final class Scenes {
    private Scenes() {}

    static Div of(Booth booth) {
        return switch (booth.shown().scene()) {
            case Scene.Idle idle -> Greeting.idle(booth, idle);
            case Scene.Closed closed -> Greeting.closed(booth, closed);
            case Scene.Home home -> Greeting.home(booth, home);
            case Scene.Guide guide -> Explaining.guide(booth, guide);
            case Scene.Consent consent -> Explaining.consent(booth, consent);
            case Scene.Identify identify -> Identifying.card(booth, identify);
            case Scene.Face face -> Identifying.face(booth, face);
            case Scene.Photo photo -> Identifying.photo(booth, photo);
            case Scene.Form form -> Asking.form(booth, form);
            case Scene.Check check -> Asking.check(booth, check);
            case Scene.Sign sign -> Signing.sign(booth, sign);
            case Scene.PayChoice choice -> Paying.choice(booth, choice);
            case Scene.Pay pay -> Paying.pay(booth, pay);
            case Scene.Wait wait -> Ending.waiting(booth, wait);
            case Scene.Issue issue -> Ending.issue(booth, issue);
            case Scene.Outcome outcome -> Ending.outcome(booth, outcome);
            case Scene.Status status -> Ending.status(booth, status);
            case Scene.Rate _ -> Ending.rate(booth);
            case Scene.Bye bye -> Ending.bye(booth, bye);
            case Scene.Trouble trouble -> Ending.trouble(booth, trouble);
        };
    }
}
