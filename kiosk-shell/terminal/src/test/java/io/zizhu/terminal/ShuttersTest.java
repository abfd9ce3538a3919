package io.zizhu.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zizhu.catalogue.Words;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShuttersTest {
    private static final Words WORK = new Words("维护", "work");
    private static final Words POWER = new Words("停电", "power");

    private final List<String> done = new ArrayList<>();
    private final Shutters shutters = new Shutters(
            why -> done.add("close " + why.en()), why -> done.add("soon " + why.en()), () -> done.add("open"));

    @Test
    void who_opens_opens_only_where_nobody_else_keeps_it_closed() {
        shutters.by(WORK).accept(true);
        shutters.closeSoon(POWER);
        shutters.by(WORK).accept(false);
        shutters.open(POWER);
        assertEquals(List.of("close work", "soon power", "soon power", "open"), done);
    }

    @Test
    void what_is_more_urgent_is_what_citizens_read_and_the_rest_stays() {
        shutters.closeSoon(POWER);
        shutters.by(WORK).accept(true);
        shutters.open(POWER);
        shutters.by(WORK).accept(false);
        assertEquals(List.of("soon power", "soon power", "close work", "open"), done);
    }
}
