package io.zizhu.service.flow;

import io.zizhu.catalogue.Words;

/** What the kiosk says when something happens: first what happened, then what to do, always with a place or an act. */
final class Says {
    private Says() {}

    private static Words say(String zh, String en) {
        return new Words(zh, en);
    }

    static final Words READING_REGISTER = say("正在核对登记信息，请稍候。", "Checking your registration. Please wait.");
    static final Words DECIDING = say("正在提交审核，请稍候。", "Your application is being decided. Please wait.");
    static final Words ACCEPTING = say("正在提交受理，请稍候。", "Your application is being accepted. Please wait.");
    static final Words ASKING = say("正在查询，请稍候。", "Looking it up. Please wait.");

    static final Words NO_CARD = say("还没有读到身份证。", "No card has been read yet.");
    static final Words PUT_CARD = say(
            "请把身份证平放在读卡区，保持不动，然后按“再试一次”。",
            "Lay your identity card flat on the reader, keep it still, and press “Try again”.");
    static final Words WRONG_CARD = say("这张卡不是居民身份证。", "This is not a resident identity card.");
    static final Words USE_ID_CARD = say(
            "请换上您本人的居民身份证，然后按“再试一次”；使用其他证件请到人工窗口。",
            "Use your own resident identity card and press “Try again”; with another document please go to the staffed counter.");
    static final Words KEEP_STILL = say("读取时卡片移动了，请放平并保持不动。", "The card moved. Lay it flat and keep it still.");
    static final Words READER_AWAY = say("读卡器暂时不能使用。", "The card reader cannot be used at the moment.");
    static final Words COUNTER = say(
            "请到人工窗口办理，或拨打12345咨询。没有产生任何费用。", "Please go to the staffed counter or call 12345. Nothing was charged.");

    static final Words NOT_HERE = say("这项业务暂时不能在本机为您办理。", "This cannot be done for you at this machine.");
    static final Words NOT_IN_REGISTER = say("没有找到您的登记信息。", "Your registration was not found.");
    static final Words CENTRE_AWAY = say("暂时联系不上业务中心。", "The centre cannot be reached at the moment.");
    static final Words CENTRE_AGAIN =
            say("请按“再试一次”，或稍后再来；没有产生任何费用。", "Press “Try again”, or come back later. Nothing was charged.");
    static final Words REFUSED = say("业务中心没有受理这项申请。", "The centre did not accept this application.");

    static final Words NO_FACE = say("没有看清您的面部。", "Your face could not be seen clearly.");
    static final Words NO_FACE_NEXT = say(
            "请正对摄像头，摘下帽子、口罩和墨镜，然后按“再试一次”。",
            "Face the camera, take off hat, mask and sunglasses, and press “Try again”.");
    static final Words TWO_FACES = say("镜头前不止一个人。", "There is more than one person in front of the camera.");
    static final Words TWO_FACES_NEXT =
            say("请单独站在镜头前，然后按“再试一次”。", "Please stand alone before the camera and press “Try again”.");
    static final Words NOT_SAME = say("面部比对没有通过。", "The face comparison did not succeed.");
    static final Words NOT_SAME_NEXT = say(
            "请本人正对摄像头、光线均匀，然后按“再试一次”；也可到人工窗口核验。",
            "The card's holder should face the camera in even light and press “Try again”; or go to the staffed counter.");
    static final Words CAMERA_AWAY = say("摄像头暂时不能使用。", "The camera cannot be used at the moment.");

    static final Words PAY_DECLINED = say("付款没有成功，没有扣款。", "The payment did not go through. Nothing was charged.");
    static final Words PAY_AGAIN =
            say("请换一张卡再试一次；退出后本次受理自动撤回。", "Try again with another card; if you leave, the application is withdrawn.");
    static final Words WAY_AWAY = say("这种付款方式暂时不能使用，没有扣款。", "This way to pay cannot be used now. Nothing was charged.");
    static final Words WAY_AGAIN = say("请按“再试一次”，选择其他付款方式。", "Press “Try again” and choose another way to pay.");
    static final Words PAY_AWAY = say("刷卡器暂时不能使用，没有扣款。", "The card terminal cannot be used. Nothing was charged.");
    static final Words PAY_AWAY_NEXT =
            say("本次受理已撤回。请到人工窗口缴费办理。", "The application was withdrawn. Please go to the staffed counter.");

    static final Words PAPER_OUT = say("打印机暂时不能出纸。", "The printer cannot print at the moment.");
    static final Words PAPER_OUT_NEXT = say(
            "证明还没有打印。请按“再试一次”，或按呼叫按钮联系工作人员；凭受理编号也可到人工窗口领取。",
            "The certificate was not printed. Press “Try again” or call the staff; you can also collect it at the counter with the case number.");

    static final Words ISSUING = say("正在打印证明，请不要离开。", "Your certificate is being printed. Please stay.");
    static final Words TAKE = say("请取走您的证明。", "Please take your certificate.");

    static final Words DONE_TITLE = say("办理完成", "All done");
    static final Words DONE = say("请取走凭条、证件和随身物品。", "Please take the slip, your card and your belongings.");
    static final Words PENDING_TITLE = say("申请已登记", "Your application is registered");
    static final Words PENDING = say(
            "您的申请将由工作人员继续办理。请取走凭条，凭受理编号到人工窗口或拨打12345了解结果。",
            "An officer will go on with your application. Take the slip; the counter or 12345 will tell you more with the case number.");
    static final Words NOT_PRINTED_TITLE = say("证明没有打印完成", "The certificate was not printed");
    static final Words NOT_PRINTED = say(
            "请凭受理编号到人工窗口领取证明，工作人员已收到通知。",
            "Please collect it at the staffed counter with the case number. The staff have been told.");
    static final Words UNKNOWN_TITLE = say("付款结果正在核实", "The payment is being verified");
    static final Words UNKNOWN = say(
            "请不要再次付款。工作人员将核实：若已扣款会完成受理或退款。请保留凭条和受理编号。",
            "Please do not pay again. The staff will verify it: if money was taken, the case goes on or you are refunded. Keep the slip and the case number.");
    static final Words SLIP_FAILED =
            say("凭条没有打印出来，请记下受理编号。", "The slip could not be printed. Please write the case number down.");
    static final Words PENDING_NO_SLIP = say(
            "您的申请将由工作人员继续办理。凭条没有打印出来，请记下受理编号，凭它到人工窗口或拨打12345了解结果。",
            "An officer will go on with your application. The slip could not be printed: write the case number down; the counter or 12345 will tell you more with it.");
    static final Words NOT_PRINTED_NO_SLIP = say(
            "凭条也没有打印出来，请记下受理编号，凭它到人工窗口领取证明，工作人员已收到通知。",
            "The slip could not be printed either: write the case number down and collect the certificate at the staffed counter with it. The staff have been told.");
    static final Words UNKNOWN_NO_SLIP = say(
            "请不要再次付款。工作人员将核实：若已扣款会完成受理或退款。凭条没有打印出来，请记下受理编号，凭它查询结果。",
            "Please do not pay again. The staff will verify it: if money was taken, the case goes on or you are refunded. The slip could not be printed: write the case number down and ask with it.");

    static final Words NO_SUCH_CASE = say("没有查到与您的身份和进度码相符的业务。", "No case was found for this code and this card.");
    static final Words NO_SUCH_CASE_NEXT = say(
            "请核对凭条上的进度码或受理编号后再试，或拨打12345咨询。",
            "Check the code or the case number on your slip and try again, or call 12345.");

    static final Words CHOOSE_ONE = say("请选择一项。", "Please choose one.");
    static final Words CODE_DIGITS =
            say("请输入凭条上的进度码，或受理编号中的数字。", "Enter the code on your slip, or the digits of your case number.");
    static final Words SIGN_PLEASE = say("请在框内签上您的姓名。", "Please sign your name inside the frame.");

    static final Words BYE = say("感谢使用。请带走身份证和凭条。", "Thank you. Please take your card and slip with you.");
    static final Words LEFT =
            say("已退出，没有产生任何费用。请带走您的证件。", "You have left. Nothing was charged. Please take your card.");

    static final Words CLOSING = say(
            "很抱歉，本机即将停止服务，本次办理已结束，没有产生任何费用。请带走您的证件，使用其他终端或到人工窗口。",
            "Sorry, this machine is about to close and your visit has ended. Nothing was charged. Please take your card and use another machine or the staffed counter.");

    static final Words NAME = say("姓名", "Name");
    static final Words NUMBER = say("公民身份号码", "Identity number");
    static final Words CASE_NUMBER = say("受理编号", "Case number");
    static final Words PROGRESS_CODE = say("进度码", "Progress code");
    static final Words CERTIFICATE_NUMBER = say("证明编号", "Certificate number");
    static final Words FEE = say("已缴费", "Paid");
    static final Words RECEIPT = say("缴费凭证号", "Payment receipt");
    static final Words PHOTO = say("证件照片", "Picture");
    static final Words PHOTO_LIVE = say("今天在本机拍摄的照片", "Taken here today");
    static final Words PHOTO_REGISTER = say("登记照片", "Picture on file");
}
