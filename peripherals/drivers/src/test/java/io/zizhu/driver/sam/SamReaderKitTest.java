package io.zizhu.driver.sam;

import io.zizhu.driver.LineRig;
import io.zizhu.sim.peer.people.People;
import io.zizhu.sim.peer.sam.SamPeer;
import io.zizhu.tck.CardReaderKit;
import io.zizhu.tck.Rig;
import java.nio.file.Path;
import java.util.HexFormat;

/** The card reader's kit over a line in memory. */
class SamReaderKitTest extends CardReaderKit {
    /** The read command: the card is found and selected by then. */
    static final byte[] MIDDLE = HexFormat.of().parseHex("00033001");

    static final Path PEOPLE = Path.of("../../packaging/training/people");

    @Override
    protected Rig rig() throws Exception {
        return LineRig.inMemory(
                        new SamPeer(People.load(PEOPLE)), MIDDLE, plug -> new SamDriver(plug, PhotoDecoder.none()))
                .with("poll-ms", "30");
    }

    @Override
    protected String person() {
        return "p01";
    }

    @Override
    protected String anotherPerson() {
        return "p02";
    }

    @Override
    protected String numberOf(String person) {
        try {
            return People.load(PEOPLE).named(person).number();
        } catch (Exception missing) {
            throw new AssertionError("no training people", missing);
        }
    }
}
