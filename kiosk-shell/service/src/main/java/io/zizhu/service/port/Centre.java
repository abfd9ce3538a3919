package io.zizhu.service.port;

import io.zizhu.device.card.IdCard;
import io.zizhu.device.pay.Receipt;

/**
 * The back offices behind the line. Every call blocks for some seconds at most, answers trouble with {@code Away}, and
 * is idempotent by its key; any thread.
 */
public interface Centre {
    /** Does the line stand, as last seen? */
    boolean there();

    Registration register(IdCard card);

    /** For items that are decided at once. */
    Decision decide(Application application);

    /** For items that are accepted now and decided later. */
    Decision accept(Application application);

    /** Tells that the fee of a case was paid. */
    Told paid(String caseNumber, Receipt receipt);

    /**
     * Tells that a case is not pursued.
     *
     * @param reason for technicians
     * @param givenBack money was taken and went back
     */
    Told withdrawn(String caseNumber, String reason, boolean givenBack);

    /**
     * Tells that what was asked for under this key, if it ever came, is given up.
     *
     * @param key of an {@link Application} whose answer was not heard
     * @param reason for technicians
     */
    Told abandoned(String key, String reason);

    /**
     * Tells that staff look into a case, so that whoever asks how far it is hears so.
     *
     * @param what {@code payment} or {@code certificate}
     */
    Told inquiry(String caseNumber, String what);

    Progress progress(String code, IdCard card);

    /** What the centre said to what it was told. */
    sealed interface Told {
        record Heard() implements Told {}

        /**
         * It does not fit what the centre knows; telling it again changes nothing.
         *
         * @param reason a code, for staff
         */
        record Refused(String reason) implements Told {}

        /** Not heard, or not answered: tell it again later. */
        record Away() implements Told {}
    }
}
