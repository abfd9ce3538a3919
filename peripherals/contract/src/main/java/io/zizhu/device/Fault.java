package io.zizhu.device;

/**
 * Why a device is away or an act failed. The detail is for technicians (field, value, place) and never holds personal
 * data.
 */
public record Fault(Kind kind, String detail) {
    /** What a flow may decide on; everything finer is in the detail. */
    public enum Kind {
        /** No link: unplugged, port absent, connection refused or broken. */
        LOST,
        /** The link stands, nothing answers in time. */
        SILENT,
        /** Answers arrive that the protocol does not know. */
        GARBLED,
        /** The device says that it is broken. */
        BROKEN,
        /** The device refuses what lies on it, such as a card of another kind. */
        REFUSED,
        /** The card or document moved during the act; presenting it again helps. */
        MOVED,
        /** Paper or ribbon is out, low beyond use, or jammed; or a cover is open. Staff can mend it. */
        MEDIA,
        /** Somebody else uses it now. */
        BUSY,
        /** A setting is wrong or missing; the detail names it. */
        MISCONFIGURED
    }

    @Override
    public String toString() {
        return kind + ": " + detail;
    }
}
