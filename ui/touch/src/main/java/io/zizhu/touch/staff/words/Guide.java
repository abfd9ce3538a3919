package io.zizhu.touch.staff.words;

import io.zizhu.catalogue.Words;
import java.util.List;

/** What staff do with their hands, step by step; each step has a picture of its own. */
public enum Guide {
    REFILL("refill"),
    ROLL("roll"),
    JAM("jam"),
    CLEAN("clean"),
    SWAP("swap");

    private final String word;

    Guide(String word) {
        this.word = word;
    }

    /** Such as {@code refill}; pictures are called {@code guide-refill-1.svg} and so on. */
    public String word() {
        return word;
    }

    public Words title() {
        return switch (this) {
            case REFILL -> new Words("加装证明纸", "Refill sheets");
            case ROLL -> new Words("更换凭条纸卷", "Change the slip roll");
            case JAM -> new Words("清除卡纸", "Clear a jam");
            case CLEAN -> new Words("清洁", "Clean");
            case SWAP -> new Words("更换设备", "Swap a device");
        };
    }

    public List<Words> steps() {
        return switch (this) {
            case REFILL -> refill();
            case ROLL -> roll();
            case JAM -> jam();
            case CLEAN -> clean();
            case SWAP -> swap();
        };
    }

    private static List<Words> refill() {
        return List.of(
                new Words("拉出打印机下方的纸盒，直到停住。", "Pull the tray below the printer until it stops."),
                new Words("将纸抖松、对齐，印刷面朝下放入。", "Fan the sheets, square them, put them in face down."),
                new Words("纸不要超过标线，推动挡板贴紧纸边。", "Stay below the mark; slide the guides against the paper."),
                new Words("推回纸盒，到“耗材”里登记数量或编号。", "Push the tray in; record the count or the numbers under supplies."));
    }

    private static List<Words> roll() {
        return List.of(
                new Words("按下开盖键，打开凭条打印机的盖子。", "Press the latch and open the slip printer."),
                new Words("取出空纸芯。", "Take out the empty core."),
                new Words("放入新纸卷，纸头从下方向外拉出。", "Put the new roll in; the paper comes from below, towards you."),
                new Words("拉出一段纸，合上盖子，登记换卷。", "Leave some paper outside, close the lid, record the new roll."));
    }

    private static List<Words> jam() {
        return List.of(
                new Words("先暂停服务，等打印机停下。", "Take the terminal out of service; wait until the printer stands still."),
                new Words("打开后盖，小心里面很热。", "Open the rear door; it is hot inside."),
                new Words("双手慢慢拉出整张纸，不要撕破。", "Pull the whole sheet out slowly with both hands; do not tear it."),
                new Words(
                        "合上后盖。弄坏的纸登记损耗，证明由两人处理。",
                        "Close the door. Write the sheet off; a certificate is settled by two."));
    }

    private static List<Words> clean() {
        return List.of(
                new Words("先暂停服务。屏幕和读卡面用微湿的布擦。", "Take it out of service. Wipe glass and reader with a damp cloth."),
                new Words("摄像头只用干布轻擦。", "Wipe the camera with a dry cloth only."),
                new Words("用刷子扫去出纸口的纸屑。", "Brush paper dust out of the slot."),
                new Words("打印测试页、试读卡，再恢复服务。", "Print a test page, try a card, then put it back into service."));
    }

    private static List<Words> swap() {
        return List.of(
                new Words("先暂停服务，记下设备名称。", "Take it out of service; note the device's name."),
                new Words("关掉设备电源，拔下电源线和数据线。", "Switch the device off; unplug power and data."),
                new Words("装上同型号的新设备，接回同一个插口。", "Put in one of the same kind, into the same sockets."),
                new Words("通电，按“复位”，状态正常后做一次测试。", "Switch on, press reset; when it works, run a test."));
    }
}
