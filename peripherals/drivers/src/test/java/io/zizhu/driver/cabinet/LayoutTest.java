package io.zizhu.driver.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceId;
import io.zizhu.device.Media;
import io.zizhu.driver.cabinet.Question.Function;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {
    private static Binding binding(Map<String, String> settings) {
        return new Binding(new DeviceId("cabinet"), "cabinet-modbus", settings);
    }

    @Test
    void neighbours_are_asked_in_one_question_and_gaps_never() throws Exception {
        Layout layout = Layout.of(binding(Map.of(
                "doors",
                "a=i0,b=!i1,c=i5,d=!i0",
                "stock",
                "cards=i2/i6,ink=r3:20:5",
                "lamps",
                "status=c0,face=r4:255")));
        assertEquals(
                List.of(
                        new Question(9, Function.READ_INPUTS, 0, 3),
                        new Question(9, Function.READ_INPUTS, 5, 2),
                        new Question(9, Function.READ_COILS, 0, 1),
                        new Question(9, Function.READ_REGISTERS, 3, 2)),
                layout.questions(9));
    }

    @ParameterizedTest
    @CsvSource({"100,FULL", "20,FULL", "19,LOW", "6,LOW", "5,OUT", "0,OUT"})
    void a_count_is_low_below_its_mark_and_out_at_the_other(int count, Media level) throws Exception {
        Layout layout = Layout.of(binding(Map.of("stock", "ink=r0:20:5")));
        Reading reading = new Reading();
        reading.put(Point.Bank.REGISTER, 0, count);
        assertEquals(level, layout.inside(reading).lowest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "doors;service=x1",
                "doors;service=i01",
                "doors;=i1",
                "doors;a=r1",
                "person;r1",
                "stock;cards=r0",
                "stock;cards=i1/i2/i3",
                "lamps;status=i1",
                "lamps;moon=c1",
                "lamps;face=r1",
                "lamps;status=c0,"
            })
    void what_cannot_be_is_named_by_its_key(String key, String value) {
        String detail = assertThrows(DeviceAway.class, () -> Layout.of(binding(Map.of(key, value))))
                .fault()
                .detail();
        assertEquals("devices/cabinet/" + key + ": \"" + value + "\"", detail.substring(0, detail.indexOf(" is not")));
    }

    @Test
    void a_cabinet_without_anything_is_a_wrong_setting() {
        assertEquals(
                "MISCONFIGURED: devices/cabinet/doors: neither doors nor person, stock or lamps are laid out",
                assertThrows(DeviceAway.class, () -> Layout.of(binding(Map.of())))
                        .fault()
                        .toString());
    }
}
