package io.zizhu.service.port;

/** What the back office answers to an application. */
public sealed interface Decision {
    record Granted(String caseNumber, Certificate certificate) implements Decision {}

    record ToOfficer(String caseNumber) implements Decision {}

    record NotIssued(String caseNumber) implements Decision {}

    /**
     * Accepted provisionally; decided later.
     *
     * @param feeFen what the centre asks for
     */
    record Accepted(String caseNumber, String progressCode, long feeFen) implements Decision {}

    /**
     * @param reason a code for the journal; the citizen is sent to the counter
     */
    record Refused(String reason) implements Decision {}

    record Away(String reason) implements Decision {}
}
