package io.zizhu.terminal.pay;

import io.zizhu.tck.Rig;
import io.zizhu.tck.pay.PayPadKit;

/** The pay pad's kit: the person scans a code from the screen. */
class QrShowKitTest extends PayPadKit {
    private final OfficeRig rig = OfficeRig.of("show");

    @Override
    protected Rig rig() {
        return rig;
    }

    @Override
    protected boolean waiting() {
        return rig.office().waiting();
    }

    @Override
    protected long taken() {
        return rig.office().taken();
    }

    @Override
    protected int approvals() {
        return rig.office().approvals();
    }
}
