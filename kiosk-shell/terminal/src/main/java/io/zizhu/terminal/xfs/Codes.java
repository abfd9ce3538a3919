package io.zizhu.terminal.xfs;

import io.zizhu.device.Fault;
import io.zizhu.device.scan.Scanned;
import io.zizhu.device.scan.Symbology;
import io.zizhu.terminal.xfs.message.Answer;
import io.zizhu.terminal.xfs.message.Code;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import java.util.List;

/**
 * The completion of {@code BarcodeReader.Read}. Spelling checked against {@code BarcodeReader/Completions/Read_g.cs} of
 * {@code KAL-ATM-Software/KAL_XFS4IoT_SP-Dev}.
 */
final class Codes {
    private Codes() {}

    static Answer answer(Scanned scanned) {
        return switch (scanned) {
            case Scanned.Code code -> Answer.done(Json.Obj.EMPTY.with("readOutput", List.of(read(code))));
            case Scanned.Nothing nothing -> Answer.not(Code.TIME_OUT, "no code was shown");
            case Scanned.Failed failed
            when failed.fault().kind() == Fault.Kind.GARBLED ->
                Answer.error("barcodeInvalid", failed.fault().toString());
            case Scanned.Failed failed ->
                Answer.not(Code.DEVICE_NOT_READY, failed.fault().toString());
        };
    }

    private static Json.Obj read(Scanned.Code code) {
        try {
            return Json.Obj.EMPTY
                    .with("symbology", word(code.symbology()))
                    .with("barcodeData", Octets.utf8(code.content().text()))
                    .with("symbologyName", code.symbology().name());
        } finally {
            code.content().wipe();
        }
    }

    /** EAN and UPC share one AIM letter, so which of them it was is not known. */
    private static String word(Symbology symbology) {
        return switch (symbology) {
            case CODE_39 -> "code39";
            case CODE_128 -> "code128";
            case CODABAR -> "codabar";
            case CODE_93 -> "code93";
            case INTERLEAVED_2_OF_5 -> "itf";
            case PDF_417 -> "pdf417";
            case QR -> "qrCode";
            case MAXI_CODE -> "maxiCode";
            case DATA_MATRIX -> "dataMatrix";
            case DATA_BAR -> "rss";
            case AZTEC -> "aztec";
            case UNTOLD, OTHER, EAN_UPC, HAN_XIN -> "symbologyUnknown";
        };
    }
}
