package io.zizhu.driver.zvt;

import java.io.ByteArrayOutputStream;

/** Composes the commands of the till; each byte as in PA00P015. */
final class Words {
    /** The till prints and controls, and wants to hear intermediate states: as all open-source tills register. */
    private static final int CONFIGURATION = 0xBE;

    private Words() {}

    static Apdu registration(long password, int currency) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(Packed.digits(password, 3));
        data.write(CONFIGURATION);
        data.writeBytes(Packed.digits(currency, 2));
        return new Apdu(Apdu.REGISTRATION, data.toByteArray());
    }

    static Apdu authorisation(long minor, int currency) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write(Fields.AMOUNT);
        data.writeBytes(Packed.digits(minor, 6));
        data.write(Fields.CURRENCY);
        data.writeBytes(Packed.digits(currency, 2));
        return new Apdu(Apdu.AUTHORISATION, data.toByteArray());
    }

    static Apdu reversal(long password, long receipt) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(Packed.digits(password, 3));
        data.write(Fields.RECEIPT);
        data.writeBytes(Packed.digits(receipt, 2));
        return new Apdu(Apdu.REVERSAL, data.toByteArray());
    }

    static Apdu repeatReceipt() {
        return Apdu.of(Apdu.REPEAT_RECEIPT);
    }

    static Apdu statusEnquiry(long password) {
        return new Apdu(Apdu.STATUS_ENQUIRY, Packed.digits(password, 3));
    }

    static Apdu endOfDay(long password) {
        return new Apdu(Apdu.END_OF_DAY, Packed.digits(password, 3));
    }
}
