package io.zizhu.soak;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceId;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Patience;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.Mark;
import io.zizhu.device.pay.Receipt;
import io.zizhu.device.pay.Undo;
import io.zizhu.driver.zvt.ZvtTcpDriver;
import io.zizhu.service.port.Way;
import io.zizhu.sim.peer.zvt.ZvtPeer;
import io.zizhu.terminal.devices.Drivers;
import io.zizhu.terminal.devices.Keepers;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Devices of which the pay pad is a wire: the shipped driver in its keeper, against a pad that keeps its own book. */
final class PadDevices extends ChanceDevices {
    static final DeviceId PAD = new DeviceId("pay-pad");
    private final Keepers keepers = keepers();

    PadDevices(ZvtPeer pad) {
        super(new ChancePad(1), new ChanceTray(1), new ChanceTray(2), 1);
        keepers.bind(List.of(new Drivers.Bound(new Binding(PAD, "zvt-tcp", pad.settings()), DeviceKind.PAY_PAD)));
    }

    private static Keepers keepers() {
        return new Keepers(new Drivers(List.of(new ZvtTcpDriver()), false), InstantSource.system(), _ -> {});
    }

    /** What staff have at hand between two runs of the counter. */
    Keepers keeper() {
        return keepers;
    }

    @Override
    boolean unlucky(int percent) {
        return false;
    }

    @Override
    void gone() {
        super.gone();
        keepers.close();
    }

    @Override
    public Optional<Mark> mark(Way way, Patience patience) {
        return keepers.mark(way, patience);
    }

    @Override
    public Charge charge(Way way, Amount amount, Patience patience) {
        return keepers.charge(way, amount, patience);
    }

    @Override
    public Charge settle(Way way, Mark before, Amount amount, Patience patience) {
        return keepers.settle(way, before, amount, patience);
    }

    @Override
    public Undo reverse(Way way, Receipt receipt, Patience patience) {
        return keepers.reverse(way, receipt, patience);
    }

    @Override
    public Undo refund(Way way, Receipt receipt, Patience patience) {
        return keepers.refund(way, receipt, patience);
    }
}
