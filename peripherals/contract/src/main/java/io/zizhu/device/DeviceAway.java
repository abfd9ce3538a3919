package io.zizhu.device;

/** The device cannot be reached (any more); caught by the keeper alone, which shows it as state and opens again later. */
public final class DeviceAway extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    public DeviceAway(Fault fault) {
        super(fault.toString());
        this.fault = fault;
    }

    public DeviceAway(Fault.Kind kind, String detail) {
        this(new Fault(kind, detail));
    }

    public DeviceAway(Fault fault, Throwable cause) {
        super(fault.toString(), cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
