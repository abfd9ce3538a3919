package io.zizhu.wire.report;

import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import java.time.Instant;

/**
 * One device as {@code /health} shows it.
 *
 * @param status one of the ten XFS4IoT words, {@code online}, {@code offline}, {@code noDevice}…
 * @param media supply in the contract's word, empty where the device has none
 * @param fault technician's words, empty while there is none
 */
public record DeviceReport(String id, String kind, String status, String media, Instant since, String fault) {
    public static final Form<DeviceReport> FORM = new Form<>(
            "device",
            device -> Json.Obj.EMPTY
                    .with("id", device.id())
                    .with("kind", device.kind())
                    .with("status", device.status())
                    .with("media", device.media())
                    .with("since", device.since().toString())
                    .with("fault", device.fault()),
            fields -> new DeviceReport(
                    fields.text("id", 80),
                    fields.text("kind", 80),
                    fields.text("status", 40),
                    fields.text("media", 40),
                    fields.instant("since"),
                    fields.text("fault", 400)));
}
