package io.zizhu.touch.show;

import io.zizhu.catalogue.Question;
import io.zizhu.catalogue.Words;
import io.zizhu.service.flow.Scene;
import io.zizhu.service.port.Way;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One example of every scene, with texts as long as real ones. */
public final class Samples {
    public static final Words WELCOME = new Words("欢迎使用自助警务终端", "Welcome to police self-service");
    public static final Words ITEM = new Words("无犯罪记录证明", "Certificate of no criminal record");
    private static final Words SUMMARY = new Words("当场审核，当场打印带签章的证明", "Decided at once, printed here with the seal");
    private static final Words COUNTER = new Words(
            "请到人工窗口办理，或拨打12345咨询。没有产生任何费用。", "Please go to the staffed counter or call 12345. Nothing was charged.");
    private static final Words LAW = new Words(
            "我同意公安机关为办理本业务读取我的身份证信息、采集我的面部图像与登记照片比对，并查询相关记录。数据只用于本次办理，离开后立即清除；姓名和身份证号码加密保存一段时间，供核实本次办理，到期销毁。",
            "I agree that for this matter my card is read, my face is compared with the registered picture, and the records are looked up. The data serve this matter only; they are wiped when I leave. My name and number are kept encrypted for a limited time, so that this visit can be looked into, and are then destroyed.");

    private Samples() {}

    public static Question purpose() {
        return new Question(
                "purpose",
                new Words("证明的用途", "What is it for?"),
                Question.Kind.CHOICE,
                List.of(
                        option("work", "入职、就业", "Employment"),
                        option("study", "升学、留学", "Study"),
                        option("licence", "申请资格、执业许可", "Professional licence"),
                        option("adoption", "收养", "Adoption"),
                        option("migration", "出国、定居", "Going abroad"),
                        option("other", "其他", "Something else")));
    }

    private static Question area() {
        return new Question(
                "area",
                new Words("在哪里使用", "Where will it be used?"),
                Question.Kind.CHOICE,
                List.of(option("domestic", "国内使用", "In China"), option("abroad", "国外使用", "Abroad")));
    }

    private static Question.Option option(String value, String zh, String en) {
        return new Question.Option(value, new Words(zh, en));
    }

    public static Scene.Form choices() {
        return new Scene.Form(
                List.of(purpose(), area()),
                Map.of("purpose", "work"),
                Map.of("area", new Words("请选择一项。", "Please choose one.")));
    }

    public static Scene.Form code() {
        return new Scene.Form(
                List.of(new Question(
                        "code", new Words("凭条上的进度码", "Progress code on your slip"), Question.Kind.CODE, List.of())),
                Map.of(),
                Map.of());
    }

    public static Scene.Home home() {
        return new Scene.Home(
                WELCOME,
                List.of(
                        new Scene.Tile("no-criminal-record", ITEM, SUMMARY, 0, 2, Words.NONE),
                        new Scene.Tile(
                                "id-card-renewal",
                                new Words("换领居民身份证", "Identity card renewal"),
                                new Words("现在受理，制证后领取或邮寄", "Accepted now, card made later"),
                                2000,
                                4,
                                Words.NONE),
                        new Scene.Tile(
                                "case-progress",
                                new Words("查询办理进度", "How far is my case?"),
                                new Words("凭进度码和身份证查询", "With your progress code and your card"),
                                0,
                                1,
                                new Words("证明打印机缺纸", "the certificate printer has no paper"))));
    }

    private static Scene.Guide guide() {
        return new Scene.Guide(
                SUMMARY,
                List.of(
                        new Words(
                                "本业务只能由本人办理，全程约两分钟，不收费。", "Only for yourself. It takes about two minutes and is free."),
                        new Words(
                                "您将刷身份证、进行人脸比对、选择用途，然后取走证明和凭条。",
                                "You will place your card, look at the camera, choose the purpose, and take the certificate and a slip."),
                        new Words(
                                "如需人工审核，凭条上会有受理编号。",
                                "If an officer has to look at it, the slip carries a case number.")),
                List.of(
                        new Words("本人有效居民身份证", "Your own valid resident identity card"),
                        new Words("银行卡（工本费20元）", "A bank card (fee 20 yuan)")),
                2000,
                2);
    }

    private static Scene.Check check() {
        return new Scene.Check(List.of(
                new Scene.Line("", new Words("姓名", "Name"), Words.plain("𠮷田美华 黄䶮")),
                new Scene.Line("", new Words("公民身份号码", "Identity number"), Words.plain("1*************002X")),
                new Scene.Line("purpose", new Words("证明的用途", "What is it for?"), new Words("入职、就业", "Employment")),
                new Scene.Line("area", new Words("在哪里使用", "Where will it be used?"), new Words("国外使用", "Abroad")),
                new Scene.Line("photo", new Words("证件照片", "Picture"), new Words("今天在本机拍摄的照片", "Taken here today"))));
    }

    private static Scene.Status status() {
        return new Scene.Status(
                "ZZ-2026-000184",
                List.of(
                        new Scene.Stage(Instant.parse("2026-11-19T02:30:00Z"), new Words("已受理", "Accepted")),
                        new Scene.Stage(Instant.parse("2026-11-20T06:05:00Z"), new Words("审核通过", "Approved")),
                        new Scene.Stage(Instant.parse("2026-11-21T01:00:00Z"), new Words("正在制证", "Being made"))));
    }

    private static Scene.Outcome outcome() {
        return new Scene.Outcome(
                new Words("申请已登记", "Your application is registered"),
                new Words(
                        "您的申请将由工作人员继续办理。请取走凭条，凭受理编号到人工窗口或拨打12345了解结果。",
                        "An officer will go on with your application. Take the slip; the counter or 12345 will tell you more with the case number."),
                "ZZ-2026-000184",
                Optional.of("482913507"));
    }

    /** Every kind of scene, by a name for its picture. */
    public static Map<String, Scene> all() {
        Map<String, Scene> all = new LinkedHashMap<>();
        all.put("idle", new Scene.Idle(WELCOME));
        all.put(
                "closed",
                new Scene.Closed(new Words("本机暂停服务，请使用其他终端或到人工窗口。", "Out of service. Please use another machine.")));
        all.put("home", home());
        all.put("guide", guide());
        all.put("consent", new Scene.Consent(LAW));
        all.put("identify", new Scene.Identify(Words.NONE));
        all.put("face", new Scene.Face(Words.NONE));
        all.put("form", choices());
        all.put("code", code());
        all.put("photo", new Scene.Photo(List.of("live", "register")));
        all.put("check", check());
        all.put("sign", new Scene.Sign(new Words("我确认以上信息属实。", "I confirm that the above is true."), Words.NONE));
        all.put("pay", new Scene.Pay(2000, "ZZ-2026-000184", true));
        all.putAll(payByCode());
        all.put("wait", new Scene.Wait(new Words("正在提交审核，请稍候。", "Your application is being decided. Please wait.")));
        all.put(
                "printing",
                new Scene.Issue(new Words("正在打印证明，请不要离开。", "Printing. Please stay."), "ZZ-2026-000184", true));
        all.put(
                "issue",
                new Scene.Issue(new Words("请取走您的证明。", "Please take your certificate."), "ZZ-2026-000184", false));
        all.put("outcome", outcome());
        all.put("status", status());
        all.put("rate", new Scene.Rate());
        all.put(
                "bye",
                new Scene.Bye(new Words("感谢使用。请带走身份证和凭条。", "Thank you. Please take your card and slip with you.")));
        all.put(
                "trouble",
                new Scene.Trouble(new Words("没有看清您的面部。", "Your face could not be seen clearly."), COUNTER, true, ""));
        return all;
    }

    private static Map<String, Scene> payByCode() {
        Map<String, Scene> all = new LinkedHashMap<>();
        all.put("pay-choice", new Scene.PayChoice(2000, "ZZ-2026-000184", List.of(Way.CARD, Way.CODE, Way.SCAN)));
        Scene.Code payCode = new Scene.Code(
                "https://centre.example/training/pay/7f3a90c2d1", Instant.now().plusSeconds(118));
        all.put("pay-code", new Scene.Pay(2000, "ZZ-2026-000184", true, Way.CODE, Optional.of(payCode)));
        all.put("pay-code-soon", new Scene.Pay(2000, "ZZ-2026-000184", true, Way.CODE, Optional.empty()));
        all.put("pay-scan", new Scene.Pay(2000, "ZZ-2026-000184", true, Way.SCAN, Optional.empty()));
        return all;
    }
}
