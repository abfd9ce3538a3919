package io.zizhu.service.item;

import io.zizhu.catalogue.Item;
import io.zizhu.catalogue.Step;
import io.zizhu.catalogue.Words;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.DeviceState;
import io.zizhu.device.Media;
import io.zizhu.service.flow.Scene;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which items can be done now, and why not the others. Pure. */
public final class Offers {
    private Offers() {}

    /**
     * @param centreThere whether the line stands
     * @param payBlocked whether a payment in doubt blocks the pad
     */
    public static List<Scene.Tile> tiles(
            Shelf shelf, List<DeviceState> devices, boolean centreThere, boolean payBlocked) {
        return shelf.items().stream()
                .map(item -> new Scene.Tile(
                        item.code(),
                        item.name(),
                        item.summary(),
                        item.feeFen(),
                        item.minutes(),
                        whyNot(item, devices, centreThere, payBlocked)))
                .toList();
    }

    private static Words whyNot(Item item, List<DeviceState> devices, boolean centreThere, boolean payBlocked) {
        if (!centreThere) {
            return new Words("暂时联系不上业务中心，请稍后再来。", "The centre cannot be reached; please come back later.");
        }
        for (DeviceKind kind : needs(item)) {
            Optional<DeviceState> usable = devices.stream()
                    .filter(state -> serves(state.kind(), kind) && usable(state))
                    .findFirst();
            if (usable.isEmpty()) {
                return away(kind);
            }
        }
        return payBlocked && item.has(Step.Pay.class)
                ? new Words("缴费暂停使用，请到人工窗口办理。", "Paying is suspended here; please go to the staffed counter.")
                : Words.NONE;
    }

    static Set<DeviceKind> needs(Item item) {
        Set<DeviceKind> needs = EnumSet.noneOf(DeviceKind.class);
        for (Step step : item.steps()) {
            switch (step) {
                case Step.Identify _ -> needs.add(DeviceKind.ID_READER);
                case Step.Face _ -> needs.add(DeviceKind.FACE_CAMERA);
                case Step.Pay _ -> needs.add(DeviceKind.PAY_PAD);
                case Step.Certificate _ -> needs.add(DeviceKind.CERTIFICATE_PRINTER);
                case Step.Slip _ -> needs.add(DeviceKind.RECEIPT_PRINTER);
                case Step.Guide _,
                        Step.Consent _,
                        Step.Register _,
                        Step.Form _,
                        Step.Photo _,
                        Step.Check _,
                        Step.Sign _,
                        Step.Decide _,
                        Step.Accept _,
                        Step.Progress _,
                        Step.Rate _ -> {}
            }
        }
        return needs;
    }

    /** Who can pay by code needs no pad. */
    private static boolean serves(DeviceKind has, DeviceKind needs) {
        return has == needs || (needs == DeviceKind.PAY_PAD && has == DeviceKind.QR_PAY);
    }

    private static boolean usable(DeviceState state) {
        return state.online() && state.media() != Media.OUT && state.media() != Media.JAMMED;
    }

    private static Words away(DeviceKind kind) {
        return switch (kind) {
            case ID_READER -> new Words("身份证读卡器暂不可用。", "The card reader is out of order.");
            case FACE_CAMERA -> new Words("摄像头暂不可用。", "The camera is out of order.");
            case PAY_PAD -> new Words("刷卡器暂不可用。", "The card terminal is out of order.");
            case CERTIFICATE_PRINTER -> new Words("证明打印机缺纸或故障。", "The certificate printer is out of paper or order.");
            case RECEIPT_PRINTER -> new Words("凭条打印机缺纸或故障。", "The slip printer is out of paper or order.");
            default -> new Words("所需设备暂不可用。", "A device it needs is out of order.");
        };
    }
}
