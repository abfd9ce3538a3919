package io.zizhu.central.backoffice.pay;

import java.util.List;

/** The payers' telephones, in training: what there is to pay, and what a payer does about it. Any thread. */
public interface Wallet {
    /**
     * @param token the last part of the code's content
     * @param stands such as {@code waiting}, {@code paying}, {@code paid}
     */
    record Bill(String token, String order, long fen, String stands) {}

    /** The newest first. */
    List<Bill> bills();

    /**
     * @param act {@code pay}, {@code decline}, {@code cancel}, {@code expire}, {@code ask} (the payer is asked for a
     *     password first), or {@code lose} (it is paid, and the acquirer's next answers are lost)
     * @return false where there is no such bill, or it cannot be done to it now
     */
    boolean act(String token, String act);
}
