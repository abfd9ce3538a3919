package io.zizhu.driver.cabinet;

import io.zizhu.driver.cabinet.Question.Function;

/** A lamp's switch: a coil, or a register that takes a brightness. */
record Switch(Point point, int bright) {
    Question turn(int unit, boolean on) {
        boolean now = on != point.inverted();
        return point.bank() == Point.Bank.REGISTER
                ? new Question(unit, Function.WRITE_REGISTER, point.address(), now ? bright : 0)
                : new Question(unit, Function.WRITE_COIL, point.address(), now ? Question.ON : Question.OFF);
    }

    Question ask(int unit) {
        return new Question(unit, point.bank().read(), point.address(), 1);
    }
}
