package io.zizhu.service.flow;

import io.zizhu.device.camera.Look;
import io.zizhu.device.card.Reading;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.PayCode;
import io.zizhu.device.printer.Sheet;
import io.zizhu.service.port.Decision;
import io.zizhu.service.port.Progress;
import io.zizhu.service.port.Registration;

/** What happened: the citizen did something, or an effect came to its end. */
public sealed interface Event {
    record Did(Act act) implements Event {}

    record Read(Reading reading) implements Event {}

    record Registered(Registration registration) implements Event {}

    record Looked(Look look) implements Event {}

    record Decided(Decision decision) implements Event {}

    record Charged(Charge charge) implements Event {}

    /** There is a code to show for the payment that waits. */
    record CodeMade(PayCode code) implements Event {}

    /** The certificate: printed, or why not. */
    record Printed(Sheet sheet) implements Event {}

    /** A character without a glyph stopped the paper. */
    record NotPrintable(String codePoint) implements Event {}

    record SlipPrinted(Sheet sheet) implements Event {}

    record Progressed(Progress progress) implements Event {}

    /** The time a scene stays by itself is over. */
    record TimedOut() implements Event {}

    /** The machine must close soon, such as when its battery is at its end: begin nothing, end what waits for a person. */
    record Closing() implements Event {}
}
