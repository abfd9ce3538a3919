package io.zizhu.soak;

import io.zizhu.device.Fault;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.Mark;
import io.zizhu.device.pay.Receipt;
import io.zizhu.device.pay.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A pad with books, which mostly does what it should. Outlives its terminals; its own monitor guards it. */
final class ChancePad {
    private static final Fault LOST = new Fault(Fault.Kind.LOST, "by chance");

    private final Random random;
    private final List<Receipt> standing = new ArrayList<>();
    private int number;
    private boolean muddled;

    ChancePad(long seed) {
        this.random = new Random(seed);
    }

    synchronized Optional<Mark> mark() {
        return random.nextInt(100) < 2 ? Optional.empty() : Optional.of(new Mark("T1", word(), ""));
    }

    private String word() {
        return number == 0 ? "" : String.valueOf(number);
    }

    synchronized Charge charge(Amount amount) {
        int luck = random.nextInt(100);
        if (luck < 78) {
            return new Charge.Approved(book(amount));
        }
        if (luck < 83) {
            return new Charge.Declined("05");
        }
        if (luck < 87) {
            return new Charge.Cancelled();
        }
        if (luck < 90) {
            return new Charge.Failed(LOST);
        }
        if (luck < 97) {
            book(amount);
        }
        muddled = luck >= 95;
        return new Charge.Unknown(LOST);
    }

    private Receipt book(Amount amount) {
        number++;
        Receipt receipt = new Receipt("T1", word(), String.valueOf(number), amount, "****1234");
        standing.add(receipt);
        return receipt;
    }

    synchronized Charge settle(Mark before) {
        if (muddled) {
            return new Charge.Unknown(LOST);
        }
        return word().equals(before.receipt()) ? new Charge.Cancelled() : new Charge.Approved(standing.getLast());
    }

    synchronized Undo reverse(Receipt receipt) {
        if (random.nextInt(10) == 0) {
            return new Undo.Refused("B5");
        }
        return standing.removeIf(booked -> booked.number().equals(receipt.number()))
                ? new Undo.Done(receipt.number())
                : new Undo.Refused("B4");
    }

    synchronized long taken() {
        return standing.stream().mapToLong(receipt -> receipt.amount().minor()).sum();
    }

    /** Staff compare the pad's list with the centre's and give back what belongs to no case; then it is well again. */
    synchronized void cleared(java.util.Set<String> pursued) {
        standing.removeIf(receipt -> !pursued.contains(receipt.number()));
        muddled = false;
    }
}
