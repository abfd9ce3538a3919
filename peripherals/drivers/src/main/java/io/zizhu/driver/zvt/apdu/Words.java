package io.zizhu.driver.zvt.apdu;

import java.io.ByteArrayOutputStream;

/** Composes the commands of the till; each byte as in PA00P015. */
public final class Words {
    /** The till prints and controls, and wants to hear intermediate states: as all open-source tills register. */
    private static final int CONFIGURATION = 0xBE;

    private Words() {}

    public static Apdu registration(long password, int currency) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(Packed.digits(password, 3));
        data.write(CONFIGURATION);
        data.writeBytes(Packed.digits(currency, 2));
        return new Apdu(Apdu.REGISTRATION, data.toByteArray());
    }

    public static Apdu authorisation(long minor, int currency) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write(Fields.AMOUNT);
        data.writeBytes(Packed.digits(minor, 6));
        data.write(Fields.CURRENCY);
        data.writeBytes(Packed.digits(currency, 2));
        return new Apdu(Apdu.AUTHORISATION, data.toByteArray());
    }

    public static Apdu reversal(long password, long receipt) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(Packed.digits(password, 3));
        data.write(Fields.RECEIPT);
        data.writeBytes(Packed.digits(receipt, 2));
        return new Apdu(Apdu.REVERSAL, data.toByteArray());
    }

    /** The money goes to whoever presents a card now: the command names no receipt. */
    public static Apdu refund(long password, long minor, int currency) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(Packed.digits(password, 3));
        data.write(Fields.AMOUNT);
        data.writeBytes(Packed.digits(minor, 6));
        data.write(Fields.CURRENCY);
        data.writeBytes(Packed.digits(currency, 2));
        return new Apdu(Apdu.REFUND, data.toByteArray());
    }

    public static Apdu repeatReceipt(long password) {
        return new Apdu(Apdu.REPEAT_RECEIPT, Packed.digits(password, 3));
    }

    public static Apdu statusEnquiry(long password) {
        return new Apdu(Apdu.STATUS_ENQUIRY, Packed.digits(password, 3));
    }

    public static Apdu endOfDay(long password) {
        return new Apdu(Apdu.END_OF_DAY, Packed.digits(password, 3));
    }

    public static Apdu initialisation(long password) {
        return new Apdu(Apdu.INITIALISATION, Packed.digits(password, 3));
    }

    public static Apdu diagnosis() {
        return Apdu.of(Apdu.DIAGNOSIS);
    }

    public static Apdu logOff() {
        return Apdu.of(Apdu.LOG_OFF);
    }
}
