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

    /**
     * Tells that the fee of a case was paid.
     *
     * @return false where the centre did not hear it: tell it again later
     */
    boolean paid(String caseNumber, Receipt receipt);

    /**
     * Tells that a case is not pursued.
     *
     * @return false where the centre did not hear it: tell it again later
     */
    boolean withdrawn(String caseNumber, String reason);

    Progress progress(String code, IdCard card);
}
