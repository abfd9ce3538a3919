package io.zizhu.passport.chip;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zizhu.device.passport.Access;
import io.zizhu.sim.peer.passport.Pcscd;
import io.zizhu.tck.PassportReaderKit;
import io.zizhu.tck.Rig;
import org.junit.jupiter.api.Tag;

/**
 * The passport reader's kit over Debian's pcscd: a stopped daemon is the unplug, a halted one the hang. Half a minute,
 * hence thorough; {@link PcscdTest} is what every build runs of it.
 */
@Tag("thorough")
class PcscdKitTest extends PassportReaderKit {
    @Override
    protected Rig rig() throws Exception {
        assumeTrue(Pcscd.installed(), "pcscd or vsmartcard-vpcd is not installed");
        return new PcscdRig();
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
}
