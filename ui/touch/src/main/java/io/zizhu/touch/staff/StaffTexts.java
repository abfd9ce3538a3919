package io.zizhu.touch.staff;

import io.zizhu.catalogue.Words;
import java.util.List;

/** The words of the staff's screens. */
final class StaffTexts {
    static final Words TITLE = say("设备维护", "Station staff");
    static final Words WHO = say("工作人员登录", "Staff sign in");
    static final Words BADGE = say("胸牌号", "Badge number");
    static final Words PIN = say("密码", "PIN");
    static final Words CODE = say("胸牌应用动态码（没有则留空）", "Badge app code (empty if none)");
    static final Words ENTER = say("进入", "Enter");
    static final Words WRONG = say("胸牌号、密码或动态码不正确，还可以试%d次。", "That does not fit, %d tries left.");
    static final Words SHUT = say("已锁定，请在%s之后再试。", "Locked until %s.");
    static final Words REPLAYED = say("这个动态码已经用过，请等待新的动态码。", "This code was used already; wait for the next one.");
    static final Words LEAVES = say("%s 秒后自动退出", "Leaves by itself in %s s");
    static final Words SECOND = say("需要第二人确认", "A second person must confirm");
    static final Words SECOND_HOW = say(
            "请另一位工作人员在此输入自己的胸牌号和密码；两人中至少一位是主管。",
            "Another member of staff enters their own badge and PIN; one of the two must be a supervisor.");
    static final Words SECOND_REFUSED =
            say("第二人的胸牌号或密码不正确，或已被锁定。", "The second person's badge or PIN does not fit, or is locked.");
    static final Words SAME_PERSON = say("第二人必须是另一位工作人员。", "The second person must be somebody else.");
    static final Words NO_SUPERVISOR = say("两人中至少一位须是主管。", "One of the two must be a supervisor.");
    static final Words NO_BADGES = say(
            "本站还没有登记工作人员胸牌，不能做需要两人的操作；请联系中心下发人员名单。",
            "No badges are known at this station, so nothing can be done that needs two persons; ask the centre for"
                    + " the list of people.");
    static final Words HOME = say("返回首页", "Home");
    static final Words SETTLE_WHAT = say("确认处理待处理事项 %s：%s", "Confirm the decision on %s: %s");
    static final Words CANCEL = say("取消", "Cancel");
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
    static final Words OLD_KEY = say("请重新登录。", "Sign in again.");
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
