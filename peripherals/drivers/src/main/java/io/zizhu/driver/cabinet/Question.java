package io.zizhu.driver.cabinet;

/**
 * One question to a board and how its answer must look (Modbus Application Protocol 1.1b3, 6.1 to 6.6; RTU framing of
 * Modbus over Serial Line 1.02, 2.5.1). Pure.
 *
 * @param unit the board's address, 1 to 247
 * @param second how many are read, or what is written
 */
record Question(int unit, Function function, int address, int second) {
    static final int ON = 0xFF00;
    static final int OFF = 0;

    enum Function {
        READ_COILS(1),
        READ_INPUTS(2),
        READ_REGISTERS(3),
        WRITE_COIL(5),
        WRITE_REGISTER(6);

        private final int code;

        Function(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    byte[] frame() {
        byte[] frame = {
            (byte) unit,
            (byte) function.code,
            (byte) (address >> 8),
            (byte) address,
            (byte) (second >> 8),
            (byte) second,
            0,
            0
        };
        int crc = Crc.of(frame, 0, 6);
        frame[6] = (byte) crc;
        frame[7] = (byte) (crc >> 8);
        return frame;
    }

    /** How many bytes of data a reading answer carries. */
    int bytes() {
        return switch (function) {
            case READ_COILS, READ_INPUTS -> (second + 7) / 8;
            case READ_REGISTERS -> 2 * second;
            case WRITE_COIL, WRITE_REGISTER -> 4;
        };
    }

    boolean writes() {
        return function == Function.WRITE_COIL || function == Function.WRITE_REGISTER;
    }

    /** For technicians. */
    @Override
    public String toString() {
        return "unit " + unit + ", function " + function.code + " at " + address;
    }
}
