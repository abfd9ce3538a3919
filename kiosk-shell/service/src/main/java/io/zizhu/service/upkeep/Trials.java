package io.zizhu.service.upkeep;

import io.zizhu.catalogue.Words;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.card.IdCard;
import io.zizhu.device.card.Reading;
import io.zizhu.device.pay.Diagnosis;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.printer.Slip;
import io.zizhu.service.port.Devices;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Paper;
import io.zizhu.service.port.VisitId;
import io.zizhu.service.port.Way;
import io.zizhu.service.stock.HandOver;
import io.zizhu.service.stock.Supply;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Tries devices out without a real number: no person is shown, no money moves, and what is printed is counted. */
final class Trials {
    static final Words OUT = new Words("测试页已打印。", "The test page came out.");

    private static final String PRINTED = "test-print";
    private static final String HOLDER = "staff-test";
    private static final Duration PRINT = Duration.ofSeconds(60);
    private static final Duration READ = Duration.ofSeconds(15);
    private static final Duration DIAGNOSE = Duration.ofSeconds(30);
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final Words TAKE_OUT_FIRST = new Words("请先暂停服务，再做这项测试。", "Take the terminal out of service first.");

    private final Journal journal;
    private final Devices devices;
    private final Paper paper;

    Trials(Journal journal, Devices devices, Paper paper) {
        this.journal = journal;
        this.devices = devices;
        this.paper = paper;
    }

    /** @param alone nobody is served: what would meet a citizen's card is tried only then */
    Words test(Person person, String device, boolean alone) {
        DeviceKind kind = devices.states().stream()
                .filter(state -> state.id().value().equals(device))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no device is called " + device))
                .kind();
        Map<String, String> facts = Map.of("device", device, "badge", person.badge());
        return switch (kind) {
            case CERTIFICATE_PRINTER -> sheet(facts, paper.testPage());
            case RECEIPT_PRINTER -> slip(facts);
            case ID_READER -> alone ? read(facts) : TAKE_OUT_FIRST;
            case PAY_PAD -> alone ? pay(facts) : TAKE_OUT_FIRST;
            case FACE_CAMERA,
                    FINGER_READER,
                    PASSPORT_READER,
                    CODE_SCANNER,
                    DOCUMENT_CAMERA,
                    QR_PAY,
                    CARD_DISPENSER,
                    ENDORSEMENT_MACHINE,
                    LOCKER,
                    CABINET,
                    UPS -> throw new IllegalArgumentException(device + " has no test");
        };
    }

    /** The hand-over on paper. */
    Words print(HandOver shift, byte[] pdf) {
        return sheet(Map.of("badge", shift.badge(), "what", "hand-over"), pdf);
    }

    private Words sheet(Map<String, String> facts, byte[] pdf) {
        Map<String, String> number =
                journal.nextSheet().map(next -> Map.of("sheet", next)).orElse(Map.of());
        long row = journal.intent(VisitId.NONE, Entry.of(PRINTED, facts).and(number));
        Sheet printed = devices.print("zizhu-test", pdf, Patience.of(PRINT));
        journal.outcome(row, ended(printed, Supply.A4, 1).and(number));
        return said(printed);
    }

    private Words slip(Map<String, String> facts) {
        Slip slip = paper.slip(List.of(new Paper.Row.Title(new Words("测试", "Test")), new Paper.Row.Rule()));
        long row = journal.intent(VisitId.NONE, Entry.of(PRINTED, facts));
        Sheet printed = devices.slip(slip, Patience.of(PRINT));
        journal.outcome(row, ended(printed, Supply.ROLL, slip.millimetres()));
        return said(printed);
    }

    private static Entry ended(Sheet printed, Supply supply, int used) {
        return switch (printed) {
            case Sheet.Out _ -> result("out").using(supply.word(), -used);
            case Sheet.Jammed _ -> result("jammed").using(supply.word(), -used);
            case Sheet.Refused _ -> result("refused");
            case Sheet.Unknown _ -> result("unknown");
        };
    }

    private static Entry result(String result) {
        return Entry.of(PRINTED, Map.of("result", result));
    }

    private static Words said(Sheet printed) {
        return switch (printed) {
            case Sheet.Out _ -> OUT;
            case Sheet.Refused(var fault) -> told("没有打印：", "Not printed: ", fault);
            case Sheet.Jammed(var job, var fault) -> told("卡纸：", "Jammed: ", fault);
            case Sheet.Unknown(var job, var fault) ->
                told("不确定是否打印，请查看出纸口：", "Nobody knows; look at the tray: ", fault);
        };
    }

    /** Says that a card can be read, and nothing of whose it is; what was read is forgotten at once. */
    private Words read(Map<String, String> facts) {
        long row = journal.intent(VisitId.NONE, Entry.of("test-read", facts));
        devices.begin(HOLDER);
        try {
            Reading reading = devices.read(Patience.of(READ));
            journal.outcome(
                    row,
                    Entry.of(
                            "test-read",
                            Map.of(
                                    "result",
                                    switch (reading) {
                                        case Reading.Card(var card) -> checks(card) ? "read" : "check digit wrong";
                                        case Reading.Nothing() -> "nothing";
                                        case Reading.Failed(var fault) -> fault.toString();
                                    })));
            Words said = said(reading);
            if (reading instanceof Reading.Card(var card)) {
                card.wipe();
            }
            return said;
        } finally {
            devices.end(HOLDER);
        }
    }

    private static Words said(Reading reading) {
        return switch (reading) {
            case Reading.Card(var card) -> {
                Words kind = kind(card.kind());
                yield checks(card)
                        ? new Words("读卡正常：" + kind.zh() + "，校验位正确。", "Read well: " + kind.en() + ", check digit right.")
                        : new Words(
                                "读到" + kind.zh() + "，但校验位不正确。",
                                "Read a " + kind.en() + ", but its check digit is wrong.");
            }
            case Reading.Nothing() -> new Words("没有放卡。", "No card was laid down.");
            case Reading.Failed(var fault) -> told("没有读到：", "Not read: ", fault);
        };
    }

    private static Words kind(IdCard.Kind kind) {
        return switch (kind) {
            case CITIZEN -> new Words("居民身份证", "resident identity card");
            case HMT_PERMIT -> new Words("港澳台居民居住证", "residence permit for Hong Kong, Macao and Taiwan");
            case FOREIGNER_2017, FOREIGNER_2023 -> new Words("外国人永久居留身份证", "foreign permanent resident card");
        };
    }

    /** GB 11643; the foreigner's number of 2017 has fifteen characters and no such digit. */
    private static boolean checks(IdCard card) {
        String number = card.number();
        if (card.kind() == IdCard.Kind.FOREIGNER_2017) {
            return number.length() == 15;
        }
        if (!number.matches("[0-9]{17}[0-9X]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % 11) == number.charAt(17);
    }

    private Words pay(Map<String, String> facts) {
        long row = journal.intent(VisitId.NONE, Entry.of("test-pay", facts));
        Diagnosis found = devices.diagnose(Way.CARD, Patience.of(DIAGNOSE));
        journal.outcome(
                row,
                Entry.of(
                        "test-pay",
                        Map.of(
                                "result",
                                switch (found) {
                                    case Diagnosis.Well _ -> "well";
                                    case Diagnosis.Troubled(var code) -> "code " + code;
                                    case Diagnosis.Failed(var fault) -> fault.toString();
                                })));
        return switch (found) {
            case Diagnosis.Well _ -> new Words("支付终端与银行通讯正常，没有扣款。", "The pad reaches its bank; no money moved.");
            case Diagnosis.Troubled(var code) ->
                new Words("支付终端报告代码 " + code + "，没有扣款。", "The pad says code " + code + "; no money moved.");
            case Diagnosis.Failed(var fault) -> told("支付终端没有回答：", "The pad did not answer: ", fault);
        };
    }

    private static Words told(String zh, String en, Fault fault) {
        return new Words(zh + fault.detail(), en + fault.detail());
    }
}
