package io.zizhu.touch.kit;

import io.zizhu.catalogue.Words;

/** The fixed words of the screens. */
public final class Texts {
    public static final Words BRAND = say("自助警务", "Self-service police");
    public static final Words START = say("点击屏幕开始", "Touch to start");
    public static final Words OPEN = say("24小时为您服务", "Open 24 hours");
    public static final Words WHAT = say("请选择要办理的业务", "What would you like to do?");
    public static final Words FREE = say("免费", "Free");
    public static final Words YUAN = say("元", "yuan");
    public static final Words MINUTES = say("分钟", "min");
    public static final Words ABOUT = say("约", "about");
    public static final Words NEXT = say("下一步", "Continue");
    public static final Words AGREE = say("同意并继续", "I agree, continue");
    public static final Words CONSENT = say("使用您的信息", "How your data are used");
    public static final Words BACK = say("上一步", "Back");
    public static final Words QUIT = say("退出", "Leave");
    public static final Words AGAIN = say("再试一次", "Try again");
    public static final Words LANGUAGE = say("English", "中文");
    public static final Words ELDER = say("大字版", "Large text");
    public static final Words ELDER_OFF = say("标准版", "Normal text");
    public static final Words SPEAK = say("朗读", "Read aloud");
    public static final Words AIDS = say("辅助功能", "Aids");
    public static final Words HELP = say("帮助", "Help");
    public static final Words HELP_TITLE = say("需要帮助？", "Do you need help?");
    public static final Words HELP_TEXT = say(
            "请到人工窗口，或拨打政务服务热线12345。紧急情况请拨打110。付款前您可以随时退出，不会产生费用。",
            "Please go to the staffed counter or call 12345. In an emergency call 110. Until you have paid you may leave at any time at no cost.");
    public static final Words CLOSE = say("关闭", "Close");
    public static final Words NO_VOICE = say("本机没有安装语音，暂不能朗读。", "No voice is installed on this machine.");
    public static final Words STEP = say("第%d步，共%d步", "Step %d of %d");
    public static final Words LEAVING = say("您还在吗？", "Are you still there?");
    public static final Words LEAVING_SECONDS = say("%d秒", "%d s");
    public static final Words LEAVING_TEXT = say(
            "时间到后将退出，您填写的内容会被清除，不会产生费用。",
            "When the time is up this visit ends and what you entered is erased. Nothing is charged.");
    public static final Words STAY = say("我还在，继续办理", "I am here, go on");
    public static final Words BRING = say("需要准备", "What you need");
    public static final Words HOW = say("办理说明", "How it goes");
    public static final Words FEE = say("费用", "Fee");
    public static final Words TIME = say("时间", "Time");
    public static final Words PUT_CARD = say("请放置身份证", "Place your identity card");
    public static final Words PUT_CARD_TEXT =
            say("把身份证平放在屏幕下方的读卡区，听到提示前不要移动。", "Lay the card flat on the reader below the screen and keep it still.");
    public static final Words FACE = say("请正对摄像头", "Look at the camera");
    public static final Words FACE_TEXT =
            say("请独自站在镜头前，面部对准椭圆框，摘下帽子和口罩。", "Stand alone, bring your face into the oval, take off hat and mask.");
    public static final Words FORM = say("请填写", "Please answer");
    public static final Words CODE = say("进度码", "Progress code");
    public static final Words DELETE = say("删除", "Delete");
    public static final Words PHOTO = say("请选择证件照片", "Choose your picture");
    public static final Words PHOTO_LIVE = say("今天拍摄", "Taken today");
    public static final Words PHOTO_REGISTER = say("登记照片", "On file");
    public static final Words CHECK = say("请核对信息", "Check your answers");
    public static final Words EDIT = say("修改", "Change");
    public static final Words CONFIRM = say("确认提交", "Confirm and submit");
    public static final Words SIGN = say("请签名", "Please sign");
    public static final Words CLEAR = say("重写", "Clear");
    public static final Words PAY = say("请在刷卡器上付款", "Pay at the card terminal");
    public static final Words PAY_TEXT =
            say("请插卡、挥卡或刷卡，并按刷卡器提示操作。", "Insert, tap or swipe your card and follow the terminal.");
    public static final Words PAY_HOW = say("请选择付款方式", "How would you like to pay?");
    public static final Words PAY_CARD = say("银行卡", "Bank card");
    public static final Words PAY_CODE = say("手机扫屏幕上的二维码", "Scan a code with your phone");
    public static final Words PAY_SCAN = say("出示付款码，由本机扫描", "Show your payment code to the scanner");
    public static final Words PAY_CODE_TITLE = say("请用手机扫码付款", "Scan this code with your phone");
    public static final Words PAY_CODE_TEXT =
            say("打开手机钱包，扫描二维码并付款。付款后请稍候。", "Open your wallet app, scan the code and pay. Then wait a moment.");
    public static final Words PAY_CODE_SOON = say("正在生成付款码，请稍候。", "The code is being made. Please wait.");
    public static final Words PAY_CODE_ALT = say("付款二维码", "Payment QR code");
    public static final Words PAY_SCAN_TITLE = say("请出示付款码", "Show your payment code");
    public static final Words PAY_SCAN_TEXT = say(
            "打开手机钱包的付款码，对准扫码口；需要时请在手机上输入密码。",
            "Open the payment code in your wallet app and hold it before the scanner; enter your password on the phone if asked.");
    public static final Words PAY_LEFT = say("剩余 %s 秒", "%s seconds left");
    public static final Words PAY_NOW = say("正在确认付款，请稍候。", "The payment is being confirmed. Please wait.");
    public static final Words CASE = say("受理编号", "Case number");
    public static final Words CASE_KEEP = say("受理编号（请记下，查询时使用）", "Case number (note it, to ask with)");
    public static final Words PROGRESS = say("进度码（查询时使用）", "Progress code (to ask how far it is)");
    public static final Words STATUS = say("办理进度", "How far it is");
    public static final Words DONE = say("知道了", "Done");
    public static final Words TAKEN = say("我已取走", "I have taken it");
    public static final Words RATE = say("请为本次服务评价", "How was it?");
    public static final Words SKIP = say("跳过", "Skip");
    public static final Words STARS = say("%d星", "%d stars");
    public static final Words TROUBLE = say("没有完成", "That did not work");
    public static final Words CLOSED = say("暂停服务", "Out of service");
    public static final Words BROKE = say("很抱歉，页面出了点问题。", "Sorry, something went wrong with this page.");
    public static final Words TO_START = say("返回首页", "Back to start");
    public static final Words RECONNECTING = say("正在恢复连接，请稍候。", "Reconnecting. One moment, please.");
    public static final Words CHOSEN = say("已选", "chosen");

    private Texts() {}

    private static Words say(String zh, String en) {
        return new Words(zh, en);
    }
}
