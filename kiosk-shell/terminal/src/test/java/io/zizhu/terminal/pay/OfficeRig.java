package io.zizhu.terminal.pay;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceId;
import io.zizhu.device.Driver;
import io.zizhu.tck.Await;
import io.zizhu.tck.Rig;
import java.time.InstantSource;
import java.util.Map;

/** Payment by code before a scripted office; quicker than the field. */
record OfficeRig(Driver driver, ScriptedOffice office, ScriptedScanner scanner, String way) implements Rig {
    static OfficeRig of(String way) {
        var office = new ScriptedOffice();
        var scanner = new ScriptedScanner();
        Await.fact("the scanner", scanner.keeper::state, scanner::there);
        var book = new OrderBook("t-0001", InstantSource.system());
        return new OfficeRig(new QrPayDriver(office, scanner, book, InstantSource.system()), office, scanner, way);
    }

    @Override
    public Binding binding() {
        Map<String, String> settings =
                Map.of("way", way, "poll-ms", "20", "ask-ms", "300", "away-ms", "150", "probe-ms", "20");
        return new Binding(new DeviceId("qr-pay"), QrPayDriver.ID, settings);
    }

    @Override
    public void act(String act, Map<String, String> with) {
        office.act(act, with);
    }

    @Override
    public void midway(String act, Map<String, String> with) {
        Thread.ofVirtual().start(() -> {
            Await.fact("an order", office::orders, office::waiting);
            office.act(act, with);
        });
    }

    /** A question either arrives whole or does not; two never arrive as one. */
    @Override
    public boolean offers(String act) {
        return !act.equals("spoil") && !act.equals("merge");
    }

    @Override
    public void close() {
        scanner.close();
    }
}
