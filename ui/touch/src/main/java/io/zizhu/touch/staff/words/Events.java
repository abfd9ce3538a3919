package io.zizhu.touch.staff.words;

import io.zizhu.catalogue.Words;
import java.util.Map;

/** What rows of the journal are called to people. */
public final class Events {
    private static final Map<String, Words> NAMES = Map.of(
            "loaded", new Words("加装", "Loaded"),
            "counted", new Words("清点", "Counted"),
            "spoiled", new Words("损耗", "Spoiled"),
            "retained", new Words("遗留物", "Left behind"),
            "maintenance", new Words("维护", "Maintenance"),
            "device-reset", new Words("设备复位", "Device reset"),
            "restart", new Words("重启终端", "Terminal restarted"),
            "doubt", new Words("待处理事项", "Doubt"),
            "device", new Words("设备故障", "Device fault"));

    private Events() {}

    public static Words name(String kind) {
        return NAMES.getOrDefault(kind, new Words(kind, kind));
    }
}
