package io.zizhu.touch.staff;

import io.zizhu.catalogue.Words;
import java.util.List;

/** The words of the staff's screens. */
final class StaffTexts {
    static final Words TITLE = say("设备维护", "Station staff");
    static final Words PIN = say("请输入维护密码", "Enter the staff PIN");
    static final Words ENTER = say("进入", "Enter");
    static final Words WRONG = say("密码不正确，还可以试%d次。", "Wrong PIN, %d tries left.");
    static final Words SHUT = say("已锁定，请在%s之后再试。", "Locked until %s.");
    static final Words LEAVE = say("退出维护", "Leave");
    static final Words MAINTAIN = say("暂停服务，开始维护", "Take out of service");
    static final Words SERVE = say("恢复服务", "Back into service");
    static final Words LANGUAGE = say("English", "中文");
    static final Words DEVICES = say("设备", "Devices");
    static final Words DEVICE = say("设备", "Device");
    static final Words STATUS = say("状态", "Status");
    static final Words MEDIA = say("介质", "Media");
    static final Words SINCE = say("自", "Since");
    static final Words FAULT = say("故障说明", "Fault");
    static final Words RESET = say("复位", "Reset");
    static final Words TEST = say("打印测试页", "Test print");
    static final Words SUPPLIES = say("耗材", "Supplies");
    static final Words LEFT = say("剩余", "Left");
    static final Words LOADED = say("装入后数量", "Now loaded");
    static final Words SET = say("登记", "Set");
    static final Words DOUBTS = say("待处理事项", "Waiting for a decision");
    static final Words NO_DOUBTS = say("没有待处理事项。", "Nothing is waiting.");
    static final Words CASE = say("受理编号", "Case");
    static final Words REASON = say("原因", "Reason");
    static final Words REMARK = say("处理结果", "How it was decided");
    static final Words SETTLE = say("处理完毕", "Settled");
    static final Words DONE = say("已完成。", "Done.");
    static final Words NO_NUMBER = say("请输入0到10000之间的数量。", "Enter a number from 0 to 10000.");
    static final Words NO_REMARK = say("请填写处理结果。", "Say how it was decided.");
    static final Words A4 = say("证明纸 A4（张）", "A4 sheets");
    static final Words SLIP = say("凭条（张）", "Slips");

    static final Words WORKING = say("正在进行，请稍候……", "Working …");
    static final Words FAILED = say("没有完成，详情见日志。", "It did not work; the log tells more.");
    static final Words OLD_KEY = say("请重新输入密码。", "Enter the PIN again.");
    static final List<Words> REMARKS = List.of(
            say("已扣款，业务继续办理", "Charged; the case goes on"),
            say("没有扣款", "Not charged"),
            say("已退款", "Refunded"),
            say("证明已在窗口交付", "Handed over at the counter"));

    private StaffTexts() {}

    private static Words say(String zh, String en) {
        return new Words(zh, en);
    }
}
