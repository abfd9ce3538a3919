package io.zizhu.service.visit;

import io.zizhu.device.card.IdCard;
import io.zizhu.device.pay.Receipt;
import io.zizhu.service.port.Application;
import io.zizhu.service.port.Centre;
import io.zizhu.service.port.Decision;
import io.zizhu.service.port.Progress;
import io.zizhu.service.port.Registration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A centre that knows its cases, can be away, can lose its answers, can refuse what it is told, and takes no money for a
 * case that waits for none.
 */
final class ModelCentre implements Centre {
    enum State {
        ACCEPTED,
        PAID,
        WITHDRAWN
    }

    final Map<String, State> cases = new HashMap<>();
    /** By which receipt a case was paid. */
    final Map<String, Receipt> receipts = new HashMap<>();

    /** Cases of which it heard that their money went back. */
    final Set<String> givenBack = new HashSet<>();

    /** Cases that it heard staff look into. */
    final Set<String> inquiries = new HashSet<>();

    private final Fuse fuse;
    boolean away;
    boolean answersLost;
    boolean refuses;

    ModelCentre(Fuse fuse) {
        this.fuse = fuse;
    }

    @Override
    public boolean there() {
        return !away;
    }

    @Override
    public Told paid(String caseNumber, Receipt receipt) {
        fuse.burn("tell paid");
        if (away) {
            return new Told.Away();
        }
        Receipt before = receipts.get(caseNumber);
        if (before != null && !before.equals(receipt)) {
            throw new AssertionError(caseNumber + " was paid twice");
        }
        if (before == null && cases.get(caseNumber) != State.ACCEPTED) {
            throw new AssertionError(caseNumber + " was paid when it was " + cases.get(caseNumber));
        }
        if (!receipt.amount().equals(MoneyModelTest.FEE) || (before == null && receipts.containsValue(receipt))) {
            throw new AssertionError(caseNumber + " was paid by what is not its own: receipt " + receipt.number());
        }
        if (before == null && refuses) {
            return new Told.Refused("notPayable");
        }
        receipts.put(caseNumber, receipt);
        cases.put(caseNumber, State.PAID);
        return heard();
    }

    @Override
    public Told withdrawn(String caseNumber, String reason, boolean back) {
        fuse.burn("tell withdrawn");
        if (away) {
            return new Told.Away();
        }
        if (cases.get(caseNumber) == State.PAID) {
            throw new AssertionError(caseNumber + " was withdrawn after it was paid: " + reason);
        }
        if (refuses) {
            return new Told.Refused("notWithdrawable");
        }
        cases.put(caseNumber, State.WITHDRAWN);
        if (back) {
            givenBack.add(caseNumber);
        }
        return heard();
    }

    @Override
    public Told abandoned(String key, String reason) {
        fuse.burn("tell abandoned");
        if (away) {
            return new Told.Away();
        }
        if (cases.get(key) == State.PAID) {
            throw new AssertionError(key + " was abandoned after it was paid");
        }
        cases.computeIfPresent(key, (_, _) -> State.WITHDRAWN);
        return heard();
    }

    @Override
    public Told inquiry(String caseNumber, String what) {
        fuse.burn("tell inquiry");
        if (away) {
            return new Told.Away();
        }
        inquiries.add(caseNumber);
        return heard();
    }

    private Told heard() {
        fuse.burn("answer");
        return answersLost ? new Told.Away() : new Told.Heard();
    }

    @Override
    public Registration register(IdCard card) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Decision decide(Application application) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Decision accept(Application application) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Progress progress(String code, IdCard card) {
        throw new UnsupportedOperationException();
    }
}
