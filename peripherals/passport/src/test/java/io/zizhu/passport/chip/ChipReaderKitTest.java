package io.zizhu.passport.chip;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceId;
import io.zizhu.device.Driver;
import io.zizhu.device.passport.Access;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.passport.PassportPeer;
import io.zizhu.tck.PassportReaderKit;
import io.zizhu.tck.Rig;
import java.time.InstantSource;
import java.util.Map;

/** The passport reader's kit over a PC/SC service in memory. */
class ChipReaderKitTest extends PassportReaderKit {
    @Override
    protected Rig rig() {
        return new MemoryRig();
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
    protected Access.Zone zoneOf(String person) {
        return Utopia.zone(person);
    }

    @Override
    protected Access.Can canOf(String person) {
        return Utopia.can(person);
    }

    @Override
    protected byte[] faceOf(String person) {
        return Utopia.face(person);
    }

    private static final class MemoryRig implements Rig {
        private final PassportPeer peer = Utopia.peer();
        private final MemoryReader reader = new MemoryReader(peer.slot());
        private final Driver driver = new PcscPassportDriver(socket -> reader.connect(), InstantSource.system());

        @Override
        public Driver driver() {
            return driver;
        }

        @Override
        public Binding binding() {
            return new Binding(
                    new DeviceId(peer.id()),
                    driver.id(),
                    Map.of("reader", "memory", "poll-ms", "20", "silence-ms", "1500"));
        }

        @Override
        public void act(String act, Map<String, String> with) throws Refused {
            switch (act) {
                case "unplug" -> reader.unplug(true);
                case "replug" -> {
                    reader.stick(false);
                    reader.unplug(false);
                }
                case "hang" -> reader.stick(with.get("on").equals("true"));
                default -> peer.act(act, with);
            }
        }

        @Override
        public void midway(String act, Map<String, String> with) {
            reader.midway(() -> {
                try {
                    act(act, with);
                } catch (Refused refused) {
                    throw new AssertionError(refused);
                }
            });
        }

        @Override
        public void close() {
            reader.stick(false);
            peer.close();
        }
    }
}
