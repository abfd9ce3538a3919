package io.zizhu.driver.zvt;

import io.zizhu.driver.zvt.apdu.Printed;
import java.util.ArrayList;
import java.util.List;

/** What the pad gave to print in its last act. Owner thread. */
final class ReceiptText {
    private final List<Printed> all = new ArrayList<>();

    void forget() {
        all.clear();
    }

    void add(Printed printed) {
        all.add(printed);
    }

    /** For the person, and what the pad does not say whose it is; the merchant's own copy is not handed out. */
    List<String> lines() {
        return all.stream()
                .filter(each -> each.whose() != Printed.Whose.MERCHANT)
                .flatMap(each -> each.lines().stream())
                .toList();
    }
}
