package io.zizhu.driver.cabinet;

import java.util.HashMap;
import java.util.Map;

/** The values of a board at one moment, as they were read. Belongs to one thread. */
final class Reading {
    private final Map<Point.Bank, Map<Integer, Integer>> values = new HashMap<>();

    void put(Point.Bank bank, int address, int value) {
        values.computeIfAbsent(bank, first -> new HashMap<>()).put(address, value);
    }

    int value(Point point) {
        return values.getOrDefault(point.bank(), Map.of()).getOrDefault(point.address(), 0);
    }

    boolean on(Point point) {
        return value(point) != 0 != point.inverted();
    }
}
