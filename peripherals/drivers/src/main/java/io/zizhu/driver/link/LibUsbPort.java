package io.zizhu.driver.link;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.usb4java.Context;
import org.usb4java.DeviceHandle;
import org.usb4java.LibUsb;

/**
 * A port of usb4java 1.3.0 (libusb 1.0.22 inside), on its own API: the javax.usb layer above it would start a scanner
 * thread, and lose how much came before a time-out. Everything native lives and ends with the port, one libusb context
 * each; where no binding names a USB driver, the library is never loaded (docs/decisions: isolating usb4java).
 */
final class LibUsbPort implements UsbPort {
    /** Class request to an interface, device to host. */
    private static final byte CLASS_TO_INTERFACE = (byte) 0xA1;

    private final UsbPlace place;
    private final Context context;
    private final DeviceHandle handle;
    private final UsbSeat seat;
    private final boolean detached;

    LibUsbPort(UsbPlace place, Context context, DeviceHandle handle, UsbSeat seat, boolean detached) {
        this.place = place;
        this.context = context;
        this.handle = handle;
        this.seat = seat;
        this.detached = detached;
    }

    /** Finds, opens and claims; on the link's own thread. */
    static UsbLink.Opened open(UsbPlace place) throws DeviceAway {
        Context context = new Context();
        try {
            int result = LibUsb.init(context);
            if (result < 0) {
                throw new DeviceAway(Fault.Kind.BROKEN, place.words() + ": libusb does not start: " + name(result));
            }
        } catch (LinkageError noLibrary) {
            Throwable why = noLibrary.getCause() == null ? noLibrary : noLibrary.getCause();
            Fault fault = new Fault(Fault.Kind.BROKEN, "usb4java does not load here: " + why.getMessage());
            throw new DeviceAway(fault, noLibrary);
        }
        try {
            return UsbSearch.open(place, context);
        } catch (DeviceAway | RuntimeException trouble) {
            LibUsb.exit(context);
            throw trouble;
        }
    }

    @Override
    public int write(int endpoint, byte[] bytes, int millis) throws DeviceAway {
        ByteBuffer data = ByteBuffer.allocateDirect(bytes.length).put(bytes).rewind();
        return transfer(endpoint, data, millis);
    }

    @Override
    public byte[] read(int endpoint, int millis) throws DeviceAway {
        ByteBuffer data = ByteBuffer.allocateDirect(seat.packet(endpoint));
        byte[] chunk = new byte[transfer(endpoint, data, millis)];
        data.get(0, chunk);
        wipe(data);
        return chunk;
    }

    /** A time-out is none where some bytes moved before it. */
    private int transfer(int endpoint, ByteBuffer data, int millis) throws DeviceAway {
        IntBuffer moved = ByteBuffer.allocateDirect(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .asIntBuffer();
        int result = LibUsb.bulkTransfer(handle, (byte) endpoint, data, moved, Math.max(1, millis));
        if (result == LibUsb.SUCCESS || result == LibUsb.ERROR_TIMEOUT) {
            return moved.get(0);
        }
        throw trouble(result, endpoint);
    }

    @Override
    public byte[] ask(int request, int length, int millis) throws DeviceAway {
        ByteBuffer data = ByteBuffer.allocateDirect(length);
        int result = LibUsb.controlTransfer(
                handle,
                CLASS_TO_INTERFACE,
                (byte) request,
                (short) 0,
                (short) seat.number(),
                data,
                Math.max(1, millis));
        if (result < 0 && result != LibUsb.ERROR_TIMEOUT) {
            throw trouble(result, 0);
        }
        byte[] answer = new byte[Math.max(0, result)];
        data.get(0, answer);
        return answer;
    }

    private DeviceAway trouble(int result, int endpoint) {
        String where = place.words() + ": endpoint " + String.format("%02x", endpoint);
        return switch (result) {
            case LibUsb.ERROR_PIPE -> {
                if (endpoint != 0) {
                    LibUsb.clearHalt(handle, (byte) endpoint); // or the next opening would find it halted still
                }
                yield new DeviceAway(Fault.Kind.GARBLED, where + " stalled");
            }
            case LibUsb.ERROR_OVERFLOW -> new DeviceAway(Fault.Kind.GARBLED, where + " sent more than a packet");
            // gone, or between the pull and the kernel's word about it: a cable half out says "I/O"
            case LibUsb.ERROR_NO_DEVICE, LibUsb.ERROR_IO, LibUsb.ERROR_NOT_FOUND -> place.gone();
            default -> new DeviceAway(Fault.Kind.BROKEN, where + ": " + name(result));
        };
    }

    static String name(int result) {
        return LibUsb.errorName(result);
    }

    private static void wipe(ByteBuffer data) {
        data.clear();
        while (data.hasRemaining()) {
            data.put((byte) 0);
        }
    }

    @Override
    public void close() {
        LibUsb.releaseInterface(handle, seat.number());
        if (detached) {
            LibUsb.attachKernelDriver(handle, seat.number());
        }
        LibUsb.close(handle);
        LibUsb.exit(context);
    }
}
