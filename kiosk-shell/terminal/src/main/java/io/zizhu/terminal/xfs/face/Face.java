package io.zizhu.terminal.xfs.face;

import io.zizhu.device.DeviceKind;
import io.zizhu.terminal.xfs.message.Verb;
import java.util.List;

/**
 * The XFS4IoT interface by which a class of device is shown, and the commands of it that this terminal carries out.
 * Names and versions checked against the {@code Commands/*_g.cs} and {@code Completions/*_g.cs} of
 * {@code KAL-ATM-Software/KAL_XFS4IoT_SP-Dev}, {@code Framework/Core} (2025).
 *
 * <p>What would carry a person's data outward is not among them: no {@code CardReader.ReadRawData} or {@code ChipIO}, no
 * {@code Biometric.Read}, no {@code Printer.ReadImage}.
 */
public enum Face {
    CARD_READER("CardReader", "cardReader"),
    PRINTER("Printer", "printer"),
    /** Writes on a document that a person puts in: there is no page of its own to test it with. */
    ENDORSER("Printer", "printer"),
    BARCODE_READER("BarcodeReader", "barcodeReader"),
    CAMERA("Camera", "camera"),
    BIOMETRIC("Biometric", "biometric"),
    AUXILIARIES("Auxiliaries", "auxiliaries"),
    /** Doors and sensors as auxiliaries, lamps as lights: one device, two interfaces. */
    CABINET("Auxiliaries", "auxiliaries"),
    /** What no interface fits: pads (their keys and PINs are no business of ours) and lockers show {@code Common} alone. */
    COMMON("Common", "");

    private final String interfaceName;
    private final String section;

    Face(String interfaceName, String section) {
        this.interfaceName = interfaceName;
        this.section = section;
    }

    public static Face of(DeviceKind kind) {
        return switch (kind) {
            case ID_READER, PASSPORT_READER, CARD_DISPENSER -> CARD_READER;
            case CERTIFICATE_PRINTER, RECEIPT_PRINTER -> PRINTER;
            case ENDORSEMENT_MACHINE -> ENDORSER;
            case CODE_SCANNER -> BARCODE_READER;
            case FACE_CAMERA, DOCUMENT_CAMERA -> CAMERA;
            case FINGER_READER -> BIOMETRIC;
            case CABINET -> CABINET;
            case UPS -> AUXILIARIES;
            case PAY_PAD, QR_PAY, LOCKER -> COMMON;
        };
    }

    String interfaceName() {
        return interfaceName;
    }

    /** The member of status and capabilities; empty where there is none beside {@code common}. */
    String section() {
        return section;
    }

    /** What can be asked beside the {@code Common} commands. */
    public List<Verb> verbs() {
        return switch (this) {
            case CARD_READER -> List.of(new Verb("CardReader.Reset", "2.0"));
            case PRINTER ->
                List.of(new Verb("Printer.Reset", "3.0", "2.0"), new Verb("Printer.PrintNative", "3.0", "2.0"));
            case ENDORSER -> List.of(new Verb("Printer.Reset", "3.0", "2.0"));
            case BARCODE_READER ->
                List.of(new Verb("BarcodeReader.Reset", "2.0"), new Verb("BarcodeReader.Read", "2.0", "3.0"));
            case CAMERA -> List.of(new Verb("Camera.Reset", "2.0"), new Verb("Camera.TakePicture", "2.0", "3.0"));
            case BIOMETRIC -> List.of(new Verb("Biometric.Reset", "2.0"));
            case CABINET -> List.of(new Verb("Lights.SetLight", "3.0", "2.0"));
            case AUXILIARIES, COMMON -> List.of();
        };
    }
}
