package io.zizhu.terminal.web;

import io.zizhu.device.DeviceState;
import io.zizhu.device.Fault;
import io.zizhu.service.stock.Stock;
import io.zizhu.wire.json.Json;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;

/**
 * How the terminal is, as {@code /health} and {@code /metrics} tell it: no personal data, so no token.
 *
 * @param state {@code inService}, {@code outOfService}, {@code maintenance} or {@code starting}
 * @param reason why citizens are not served, as their screen says it in English; empty where they are
 * @param bundle version in force, {@code 0} for the factory's
 */
public record Health(
        String state,
        String reason,
        List<DeviceState> devices,
        List<Stock> stocks,
        boolean connected,
        Instant since,
        boolean journalOk,
        long rows,
        long outbox,
        String bundle,
        String software) {
    public Health {
        devices = List.copyOf(devices);
        stocks = List.copyOf(stocks);
    }

    byte[] json() {
        return Json.Obj.EMPTY
                .with("state", state)
                .with("reason", reason)
                .with("devices", devices.stream().map(Health::device).toList())
                .with("supplies", stocks.stream().map(Health::stock).toList())
                .with("line", Json.Obj.EMPTY.with("connected", connected).with("since", since.toString()))
                .with(
                        "journal",
                        Json.Obj.EMPTY.with("ok", journalOk).with("rows", rows).with("outbox", outbox))
                .with("bundle", bundle)
                .with("software", software)
                .bytes();
    }

    private static Json.Obj device(DeviceState device) {
        return Json.Obj.EMPTY
                .with("id", device.id().value())
                .with("kind", device.kind().word())
                .with("status", device.status().word())
                .with("media", device.media().word())
                .with("supplies", supplies(device))
                .with("since", device.since().toString())
                .with("fault", device.fault().map(Fault::toString).orElse(""));
    }

    /** Hours only where they can be said. */
    private static Json.Obj stock(Stock stock) {
        Json.Obj told = Json.Obj.EMPTY
                .with("name", stock.supply().word())
                .with("left", stock.left())
                .with("low", stock.low());
        return stock.lasts().map(time -> told.with("hours", time.toHours())).orElse(told);
    }

    private static Json.Obj supplies(DeviceState device) {
        Json.Obj supplies = Json.Obj.EMPTY;
        for (var spot : device.supplies().entrySet()) {
            supplies = supplies.with(spot.getKey().word(), spot.getValue().word());
        }
        return supplies;
    }

    /** Prometheus text format 0.0.4. */
    String metrics() {
        var text = new StringBuilder();
        gauge(text, "zizhu_in_service", "1 while citizens are served", "", state.equals("inService") ? 1 : 0);
        text.append("# HELP zizhu_device_online 1 while the device answers\n# TYPE zizhu_device_online gauge\n");
        for (DeviceState device : devices) {
            text.append("zizhu_device_online{id=\"" + device.id() + "\",kind=\""
                    + device.kind().word() + "\"} " + (device.online() ? 1 : 0) + "\n");
        }
        text.append("""
                # HELP zizhu_device_supply 1 for what is at a spot of the device
                # TYPE zizhu_device_supply gauge
                """);
        for (DeviceState device : devices) {
            device.supplies()
                    .forEach((spot, is) -> text.append("zizhu_device_supply{id=\"" + device.id() + "\",spot=\""
                            + spot.word() + "\",is=\"" + is.word() + "\"} 1\n"));
        }
        text.append("# HELP zizhu_supply_left what is left by the book; roll in mm\n# TYPE zizhu_supply_left gauge\n");
        for (Stock stock : stocks) {
            text.append("zizhu_supply_left{name=\"" + stock.supply().word() + "\"} " + stock.left() + "\n");
        }
        gauge(text, "zizhu_line_connected", "1 while the line stands", "", connected ? 1 : 0);
        gauge(text, "zizhu_journal_ok", "1 while the journal can be written and verifies", "", journalOk ? 1 : 0);
        gauge(text, "zizhu_journal_rows", "rows in the journal", "", rows);
        gauge(text, "zizhu_outbox_rows", "rows the centre has not acknowledged", "", outbox);
        gauge(text, "zizhu_info", "what runs here", "{bundle=\"" + bundle + "\",software=\"" + software + "\"}", 1);
        Runtime runtime = Runtime.getRuntime();
        gauge(text, "zizhu_heap_bytes", "heap in use", "", runtime.totalMemory() - runtime.freeMemory());
        gauge(
                text,
                "zizhu_up_seconds",
                "since the start of the process",
                "",
                ManagementFactory.getRuntimeMXBean().getUptime() / 1000);
        return text.toString();
    }

    private static void gauge(StringBuilder text, String name, String help, String labels, long value) {
        text.append(
                "# HELP " + name + " " + help + "\n# TYPE " + name + " gauge\n" + name + labels + " " + value + "\n");
    }
}
