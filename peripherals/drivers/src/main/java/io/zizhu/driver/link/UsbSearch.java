package io.zizhu.driver.link;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.usb4java.ConfigDescriptor;
import org.usb4java.Context;
import org.usb4java.Device;
import org.usb4java.DeviceDescriptor;
import org.usb4java.DeviceHandle;
import org.usb4java.DeviceList;
import org.usb4java.LibUsb;

/** Looks once over the bus for the device that a place means, opens it and claims its interface. */
final class UsbSearch {
    private record Found(Device device, UsbSeat seat) {}

    private final UsbPlace place;
    private final Context context;

    private UsbSearch(UsbPlace place, Context context) {
        this.place = place;
        this.context = context;
    }

    /** @throws DeviceAway {@code LOST} where it is not on the bus, {@code BUSY} where it cannot be had */
    static UsbLink.Opened open(UsbPlace place, Context context) throws DeviceAway {
        DeviceList list = new DeviceList();
        int count = LibUsb.getDeviceList(context, list);
        if (count < 0) {
            throw new DeviceAway(Fault.Kind.BROKEN, place.words() + ": no list of devices: " + LibUsbPort.name(count));
        }
        try {
            return new UsbSearch(place, context).open(list);
        } finally {
            LibUsb.freeDeviceList(list, true); // an open handle keeps its own hold on the device
        }
    }

    private UsbLink.Opened open(DeviceList list) throws DeviceAway {
        List<Found> meant = new ArrayList<>();
        for (Device device : list) {
            if (called(device)) {
                Optional<UsbSeat> seat = seat(device);
                if (seat.isPresent() && carriesSerial(device)) {
                    meant.add(new Found(device, seat.get()));
                } else if (seat.isEmpty() && !place.printer()) {
                    throw place.wrong("interface", place.words() + " has no bulk interface of that number");
                }
            }
        }
        if (meant.isEmpty()) {
            throw place.gone();
        }
        if (meant.size() > 1) {
            throw place.wrong("serial", meant.size() + " devices are " + place.words() + "; say which one");
        }
        return claim(meant.getFirst());
    }

    private boolean called(Device device) {
        DeviceDescriptor descriptor = new DeviceDescriptor();
        if (LibUsb.getDeviceDescriptor(device, descriptor) != LibUsb.SUCCESS) {
            return false;
        }
        UsbPlace.Id id = new UsbPlace.Id(descriptor.idVendor() & 0xFFFF, descriptor.idProduct() & 0xFFFF);
        return place.id().map(id::equals).orElse(true);
    }

    private Optional<UsbSeat> seat(Device device) {
        ConfigDescriptor configuration = new ConfigDescriptor();
        if (LibUsb.getActiveConfigDescriptor(device, configuration) != LibUsb.SUCCESS) {
            return Optional.empty(); // unconfigured, as a hub's port without power is
        }
        try {
            return UsbSeat.of(configuration, place);
        } finally {
            LibUsb.freeConfigDescriptor(configuration);
        }
    }

    private boolean carriesSerial(Device device) throws DeviceAway {
        if (place.serial().isEmpty()) {
            return true;
        }
        DeviceDescriptor descriptor = new DeviceDescriptor();
        LibUsb.getDeviceDescriptor(device, descriptor);
        DeviceHandle handle = handle(device);
        try {
            String serial = LibUsb.getStringDescriptor(handle, descriptor.iSerialNumber());
            return place.serial().get().equals(serial);
        } finally {
            LibUsb.close(handle);
        }
    }

    private DeviceHandle handle(Device device) throws DeviceAway {
        DeviceHandle handle = new DeviceHandle();
        int result = LibUsb.open(device, handle);
        if (result != LibUsb.SUCCESS) {
            throw refused("does not open", result);
        }
        return handle;
    }

    private UsbLink.Opened claim(Found found) throws DeviceAway {
        UsbSeat seat = found.seat();
        List<UsbPlace.Lane> out = seat.out(place);
        List<UsbPlace.Lane> in = seat.in(place);
        DeviceHandle handle = handle(found.device());
        // usblp and usbhid take what they know at plug-in; asked for by a binding it is ours, and theirs again
        // afterwards
        boolean detached = LibUsb.kernelDriverActive(handle, seat.number()) == 1
                && LibUsb.detachKernelDriver(handle, seat.number()) == LibUsb.SUCCESS;
        int result = LibUsb.claimInterface(handle, seat.number());
        if (result == LibUsb.SUCCESS && seat.alternate() != 0) {
            result = LibUsb.setInterfaceAltSetting(handle, seat.number(), seat.alternate());
        }
        if (result != LibUsb.SUCCESS) {
            LibUsb.close(handle);
            throw refused("interface " + seat.number() + " cannot be claimed", result);
        }
        return new UsbLink.Opened(new LibUsbPort(place, context, handle, seat, detached), out, in);
    }

    private DeviceAway refused(String what, int result) {
        if (result == LibUsb.ERROR_NO_DEVICE || result == LibUsb.ERROR_NOT_FOUND) {
            return place.gone();
        }
        return new DeviceAway(
                Fault.Kind.BUSY,
                place.words() + ": " + what + ", " + LibUsbPort.name(result) + "; in use, or no right");
    }
}
