package io.zizhu.driver.finger;

import io.zizhu.driver.finger.MinutiaeRecord.Minutia;
import io.zizhu.driver.finger.MinutiaeRecord.View;
import io.zizhu.tck.ParserKit;
import java.util.Arrays;
import java.util.List;

/** Finger minutiae records of ISO/IEC 19794-2:2005 out of any bytes. */
public class MinutiaeParserTest extends ParserKit {
    public static void fuzzerTestOneInput(byte[] bytes) {
        switch (Minutiae.read(bytes)) {
            case Minutiae.Read.Broken(String why) -> {
                if (why.isBlank()) {
                    throw new AssertionError("a technician is told nothing");
                }
            }
            case Minutiae.Read.Whole(MinutiaeRecord record) -> {
                int minutiae = record.views().stream()
                        .mapToInt(view -> view.minutiae().size())
                        .sum();
                if (6 * minutiae > bytes.length) {
                    throw new AssertionError("minutiae from nowhere");
                }
                byte[] again = Minutiae.write(record);
                if (!(Minutiae.read(again) instanceof Minutiae.Read.Whole(MinutiaeRecord twin))
                        || !twin.equals(record)) {
                    throw new AssertionError("what was read cannot be written and read again");
                }
            }
        }
    }

    @Override
    protected List<byte[]> seeds() {
        Minutia[] minutiae = new Minutia[40];
        Arrays.setAll(minutiae, i -> new Minutia(1 + i % 2, 7 * i, 9 * i, 6 * i, 50));
        View one = new View(2, 0, 0, 80, List.of(minutiae));
        View other = new View(7, 0, 8, 60, List.of(minutiae).subList(0, 12));
        byte[] whole = Minutiae.write(new MinutiaeRecord(300, 400, 197, 197, List.of(one)));
        byte[] extended = Arrays.copyOf(whole, whole.length + 4);
        extended[11] += 4;
        extended[whole.length - 1] = 4;
        return List.of(
                whole,
                extended,
                Minutiae.write(new MinutiaeRecord(300, 400, 197, 197, List.of(one, other))),
                Minutiae.write(new MinutiaeRecord(1, 1, 99, 2000, List.of(new View(0, 15, 3, 0, List.of())))));
    }
}
