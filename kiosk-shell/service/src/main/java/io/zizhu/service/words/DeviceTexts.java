package io.zizhu.service.words;

import io.zizhu.catalogue.Words;
import java.util.Map;

/** What devices, their states and their faults are called to people; a word that is not known here is shown as it is. */
public final class DeviceTexts {
    private static final Map<String, Words> KINDS = Map.ofEntries(
            Map.entry("id-reader", new Words("身份证阅读器", "ID card reader")),
            Map.entry("face-camera", new Words("人像摄像头", "Face camera")),
            Map.entry("certificate-printer", new Words("证明打印机", "Certificate printer")),
            Map.entry("receipt-printer", new Words("凭条打印机", "Slip printer")),
            Map.entry("pay-pad", new Words("支付终端", "Pay pad")),
            Map.entry("finger-reader", new Words("指纹仪", "Fingerprint reader")),
            Map.entry("passport-reader", new Words("护照阅读器", "Passport reader")),
            Map.entry("code-scanner", new Words("扫码器", "Code scanner")),
            Map.entry("document-camera", new Words("高拍仪", "Document camera")),
            Map.entry("qr-pay", new Words("扫码支付", "Payment by code")),
            Map.entry("card-dispenser", new Words("发卡器", "Card dispenser")),
            Map.entry("endorsement-machine", new Words("签注机", "Endorsement machine")),
            Map.entry("locker", new Words("取证柜", "Locker")),
            Map.entry("cabinet", new Words("机柜", "Cabinet")),
            Map.entry("ups", new Words("不间断电源", "Battery")));

    private static final Map<String, Words> STATES = Map.of(
            "online", new Words("正常", "Works"),
            "offline", new Words("没有连接", "Not connected"),
            "powerOff", new Words("没有电", "No power"),
            "noDevice", new Words("没有安装", "Not there"),
            "hardwareError", new Words("故障", "Broken"),
            "userError", new Words("需要处理", "Needs a hand"),
            "deviceBusy", new Words("使用中", "Busy"),
            "fraudAttempt", new Words("有人破坏", "Tampered with"),
            "potentialFraud", new Words("疑似破坏", "Perhaps tampered with"),
            "starting", new Words("正在启动", "Starting"));

    private static final Map<String, Words> MEDIA = Map.of(
            "unknown", Words.NONE,
            "notSupported", Words.NONE,
            "notPresent", new Words("没有", "Nothing in"),
            "present", new Words("有", "In"),
            "full", new Words("充足", "Full"),
            "low", new Words("不多了", "Low"),
            "out", new Words("缺纸", "Out"),
            "jammed", new Words("卡住", "Jammed"),
            "open", new Words("盖子开着", "Open"),
            "closed", new Words("已关上", "Closed"));

    private static final Map<String, Words> FAULTS = Map.of(
            "LOST", new Words("线松了或没有通电：检查插头。", "The cable is loose or has no current: look at the plugs."),
            "SILENT", new Words("没有回答：请复位；仍不行就断电再通电。", "It does not answer: reset it, then switch it off and on."),
            "GARBLED",
                    new Words("回答看不懂：请复位；仍不行请通知技术员。", "Its answers make no sense: reset it, then call a technician."),
            "BROKEN", new Words("设备报告故障：请通知技术员更换。", "It says that it is broken: call a technician."),
            "REFUSED", new Words("设备拒绝了操作。", "It refused."),
            "MOVED", new Words("卡片移动了：请重试。", "The card moved: try again."),
            "MEDIA", new Words("缺纸、卡纸或盖子开着：请看图示处理。", "Paper is out or jammed, or a cover is open: see the pictures."),
            "BUSY", new Words("正被占用：请稍后再试。", "Somebody uses it: try again soon."),
            "MISCONFIGURED", new Words("设置不正确：请通知技术员。", "A setting is wrong: call a technician."));

    private DeviceTexts() {}

    public static Words kind(String word) {
        return KINDS.getOrDefault(word, new Words(word, word));
    }

    public static Words state(String word) {
        return STATES.getOrDefault(word, new Words(word, word));
    }

    public static Words media(String word) {
        return MEDIA.getOrDefault(word, new Words(word, word));
    }

    /** @param fault kind and technician's detail, such as {@code LOST: no port} */
    public static Words fault(String fault) {
        String kind = fault.contains(":") ? fault.substring(0, fault.indexOf(':')) : fault;
        return fault.isEmpty() ? Words.NONE : FAULTS.getOrDefault(kind, new Words(fault, fault));
    }
}
