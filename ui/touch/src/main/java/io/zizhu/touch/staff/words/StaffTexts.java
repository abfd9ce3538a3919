package io.zizhu.touch.staff.words;

import io.zizhu.catalogue.Words;
import java.util.List;

/** The words of the staff's screens. */
public final class StaffTexts {
    public static final Words TITLE = say("设备维护", "Station staff");
    public static final Words WHO = say("工作人员登录", "Staff sign in");
    public static final Words BADGE = say("胸牌号", "Badge number");
    public static final Words PIN = say("密码", "PIN");
    public static final Words CODE = say("胸牌应用动态码（没有则留空）", "Badge app code (empty if none)");
    public static final Words ENTER = say("进入", "Enter");
    public static final Words WRONG = say("胸牌号、密码或动态码不正确，还可以试%d次。", "That does not fit, %d tries left.");
    public static final Words SHUT = say("已锁定，请在%s之后再试。", "Locked until %s.");
    public static final Words REPLAYED =
            say("这个动态码已经用过，请等待新的动态码。", "This code was used already; wait for the next one.");
    public static final Words LEAVES = say("%s 秒后自动退出", "Leaves by itself in %s s");
    public static final Words SECOND = say("需要第二人确认", "A second person must confirm");
    public static final Words SECOND_HOW = say(
            "请另一位工作人员在此输入自己的胸牌号和密码；两人中至少一位是主管。",
            "Another member of staff enters their own badge and PIN; one of the two must be a supervisor.");
    public static final Words SECOND_REFUSED =
            say("第二人的胸牌号或密码不正确，或已被锁定。", "The second person's badge or PIN does not fit, or is locked.");
    public static final Words SAME_PERSON = say("第二人必须是另一位工作人员。", "The second person must be somebody else.");
    public static final Words NO_SUPERVISOR = say("两人中至少一位须是主管。", "One of the two must be a supervisor.");
    public static final Words NO_BADGES = say(
            "本站还没有登记工作人员胸牌，不能做需要两人的操作；请联系中心下发人员名单。",
            "No badges are known at this station, so nothing can be done that needs two persons; ask the centre for"
                    + " the list of people.");
    public static final Words HOME = say("返回首页", "Home");
    public static final Words SETTLE_WHAT = say("确认处理待处理事项 %s：%s", "Confirm the decision on %s: %s");
    public static final Words CANCEL = say("取消", "Cancel");
    public static final Words LEAVE = say("退出维护", "Leave");
    public static final Words MAINTAIN = say("暂停服务，开始维护", "Take out of service");
    public static final Words SERVE = say("恢复服务", "Back into service");
    public static final Words LANGUAGE = say("English", "中文");
    public static final Words DEVICES = say("设备", "Devices");
    public static final Words DEVICE = say("设备", "Device");
    public static final Words STATUS = say("状态", "Status");
    public static final Words MEDIA = say("介质", "Media");
    public static final Words SINCE = say("自", "Since");
    public static final Words FAULT = say("故障说明", "Fault");
    public static final Words RESET = say("复位", "Reset");
    public static final Words TEST = say("打印测试页", "Test print");
    public static final Words TEST_READ = say("试读卡", "Test a card");
    public static final Words TEST_PAY = say("检测支付", "Test the pad");
    public static final Words LASTS = say("预计可用", "Lasts");
    public static final Words NEXT_NUMBER = say("下一张编号", "Next number");
    public static final Words MANAGE = say("加装 / 清点", "Load or count");
    public static final Words LOAD = say("登记加装", "Record it");
    public static final Words LOAD_PACK = say("加装（与现有的相加）", "A pack was put in (added to what is there)");
    public static final Words LOAD_ROLL = say("换上新纸卷（旧卷余量计为损耗）", "A new roll (the rest of the old one is written off)");
    public static final Words LOAD_NUMBERED = say("加装编号防伪纸（需两人）", "Numbered security paper was put in (two persons)");
    public static final Words NUMBERED_WHAT = say("加装防伪纸，编号 %s 至 %s", "Security paper put in, numbers %s to %s");
    public static final Words FIRST = say("首张编号", "First number");
    public static final Words LAST = say("末张编号", "Last number");
    public static final Words COUNT =
            say("清点（与账面不符须写明原因并由两人确认）", "Count (a difference needs a reason and two persons)");
    public static final Words COUNT_NUMBERED =
            say("核对最上面一张的编号（跳号须写明原因并由两人确认）", "Number on top (gaps need a reason and two persons)");
    public static final Words COUNT_WHAT = say("清点 %s：实有 %s，原因：%s", "Count of %s: %s found, because: %s");
    public static final Words TOP = say("最上面的编号", "Number on top");
    public static final Words TOP_WHAT =
            say("最上面一张编号 %s，之前的编号缺失，原因：%s", "Number %s is on top, those before are missing, because: %s");
    public static final Words FOUND = say("实有数量", "Found");
    public static final Words WHY = say("原因", "Reason");
    public static final Words SPOILED = say("登记损耗", "Spoiled");
    public static final Words SPOIL_WHAT = say("登记损耗 %s：%s，原因：%s", "Spoiled %s: %s, because: %s");
    public static final Words HOW_MANY = say("数量", "How many");
    public static final Words WRITE_OFF = say("登记损耗", "Write off");
    public static final List<Words> DIFFERENCES = List.of(
            say("上次清点有误", "The last count was wrong"),
            say("原包装数量不足", "The pack was short"),
            say("纸张已取出", "Paper was taken out"),
            say("原因不明", "Nobody knows"));
    public static final List<Words> SPOILT =
            List.of(say("卡纸损坏", "Jammed"), say("受潮", "Wet"), say("撕破", "Torn"), say("清洁测试", "Cleaning or test"));
    public static final Words NUMBER_BAD =
            say("数量不正确，或超过现有数量。", "That is no number that can be, or more than there is.");
    public static final Words NO_RANGE = say(
            "请输入首张和末张编号：位数相同，由小到大，最多一万张。",
            "Enter the first and the last number: equally long, in order, ten thousand sheets at most.");
    public static final Words NUMBER_USED =
            say("这个编号已经登记过，或没有装入：", "This number was recorded before, or never loaded:");
    public static final Words NUMBERED_IN =
            say("纸盒里是编号防伪纸，请按编号加装。下一张编号：", "Security paper is in; load by number. The next number is");
    public static final Words PLAIN_IN =
            say("纸盒里还有普通纸：请先取出，并清点为 0。", "Plain paper is still in the tray: take it out and count it as 0 first.");
    public static final Words COUNT_BY_NUMBER =
            say("防伪纸请核对最上面的编号。下一张编号：", "Security paper is counted by the number on top. The next number is");
    public static final Words ONE_BY_ONE = say("防伪纸请一张一张登记。", "Write off security paper one by one.");
    public static final Words REASON_NEEDED =
            say("与账面不符，请写明原因。差额：", "Not what the book says; give the reason. Difference:");
    public static final Words KEPT = say("遗留物品", "Left behind");
    public static final Words KEPT_FOUND =
            say("发现遗留物品时登记（不登记姓名和号码）", "Record what was found (never a name or a number)");
    public static final Words KEPT_NOW = say("正在保管", "In our keeping");
    public static final Words KEPT_NONE = say("没有保管中的物品。", "Nothing is kept.");
    public static final Words HAND_OVER = say("交接班", "Hand over");
    public static final Words HAND_OVER_PRINT = say("打印交接单并交接", "Print the report and hand over");
    public static final Words HAND_OVER_ONLY = say("只交接，不打印", "Hand over without printing");
    public static final Words BALANCE = say("耗材结存", "Balance");
    public static final Words OPENING = say("期初", "Opening");
    public static final Words PUT_IN = say("装入", "Loaded");
    public static final Words USED = say("使用", "Used");
    public static final Words LOST = say("损耗", "Spoiled");
    public static final Words RETAINED = say("留存", "Retained");
    public static final Words DIFFERENCE = say("差异", "Difference");
    public static final Words DOUBTFUL = say("存疑", "In doubt");
    public static final Words EVENTS = say("本班事项", "Events of this shift");
    public static final Words GUIDES = say("图示指南", "Pictures, step by step");
    public static final Words RESTART = say("重启终端", "Restart the terminal");
    public static final Words RESTART_WHAT = say(
            "终端会在没有人使用时正常停止，随后自动重新启动，大约需要一分钟。",
            "The terminal stops in order as soon as nobody uses it, and starts again by itself, in about a minute.");
    public static final Words RESTART_NOW = say("重启", "Restart");
    public static final Words RESTARTING = say("没有人使用时即会重启。", "It restarts as soon as nobody uses it.");
    public static final Words SUPPLIES = say("耗材", "Supplies");
    public static final Words LEFT = say("剩余", "Left");
    public static final Words LOADED = say("加装数量", "How much");
    public static final Words SET = say("登记", "Set");
    public static final Words DOUBTS = say("待处理事项", "Waiting for a decision");
    public static final Words NO_DOUBTS = say("没有待处理事项。", "Nothing is waiting.");
    public static final Words CASE = say("受理编号", "Case");
    public static final Words REASON = say("原因", "Reason");
    public static final Words REMARK = say("备注（可不填）", "Remark (may be empty)");
    public static final Words SETTLE = say("处理完毕", "Settled");
    public static final Words DONE = say("已完成。", "Done.");
    public static final Words NO_NUMBER = say("请输入数量。", "Enter a number.");
    public static final Words NO_REMARK = say("请先在下面选择核实结果。", "Choose below what was found out.");

    public static final Words WORKING = say("正在进行，请稍候……", "Working …");
    public static final Words FAILED = say("没有完成，详情见日志。", "It did not work; the log tells more.");
    public static final Words OLD_KEY = say("请重新登录。", "Sign in again.");

    private StaffTexts() {}

    /** Both languages with these put in. */
    public static Words with(Words words, Object... values) {
        return new Words(words.zh().formatted(values), words.en().formatted(values));
    }

    private static Words say(String zh, String en) {
        return new Words(zh, en);
    }
}
