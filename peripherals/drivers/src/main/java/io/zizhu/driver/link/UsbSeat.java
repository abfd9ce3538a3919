package io.zizhu.driver.link;

import io.zizhu.device.DeviceAway;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.usb4java.ConfigDescriptor;
import org.usb4java.EndpointDescriptor;
import org.usb4java.InterfaceDescriptor;
import org.usb4java.LibUsb;

/**
 * An interface as its descriptor tells it: number, and the packet size of each bulk endpoint.
 *
 * @param packets by endpoint address, such as 0x81
 */
record UsbSeat(int number, int alternate, Map<Integer, Integer> packets) {
    private static final byte PRINTER = 7;

    UsbSeat {
        packets = Map.copyOf(packets);
    }

    /** The interface that a place means, in the device's active configuration; empty where there is none such. */
    static Optional<UsbSeat> of(ConfigDescriptor configuration, UsbPlace place) {
        List<UsbSeat> seats = new ArrayList<>();
        for (var numbered : configuration.iface()) {
            for (InterfaceDescriptor one : numbered.altsetting()) {
                int number = one.bInterfaceNumber() & 0xFF;
                boolean meant = place.printer()
                        ? one.bInterfaceClass() == PRINTER
                        : number == place.interfaceNumber().getAsInt();
                UsbSeat seat = new UsbSeat(number, one.bAlternateSetting(), bulk(one));
                if (meant && !seat.packets().isEmpty()) {
                    seats.add(seat);
                }
            }
        }
        // two-way printers offer a one-way alternate too: the one with the most endpoints can answer
        return seats.stream()
                .max((one, other) ->
                        Integer.compare(one.packets().size(), other.packets().size()));
    }

    private static Map<Integer, Integer> bulk(InterfaceDescriptor one) {
        Map<Integer, Integer> packets = new TreeMap<>();
        for (EndpointDescriptor endpoint : one.endpoint()) {
            if ((endpoint.bmAttributes() & LibUsb.TRANSFER_TYPE_MASK) == LibUsb.TRANSFER_TYPE_BULK) {
                packets.put(endpoint.bEndpointAddress() & 0xFF, endpoint.wMaxPacketSize() & 0x7FF);
            }
        }
        return packets;
    }

    int packet(int endpoint) {
        return packets.getOrDefault(endpoint, 64);
    }

    /** The endpoints that bytes go to: named by settings, or the first one of a printer. */
    List<UsbPlace.Lane> out(UsbPlace place) throws DeviceAway {
        return place.out().isEmpty() ? first(place, false) : known(place, "out", place.out(), false);
    }

    List<UsbPlace.Lane> in(UsbPlace place) throws DeviceAway {
        return place.in().isEmpty() ? first(place, true) : known(place, "in", place.in(), true);
    }

    private List<UsbPlace.Lane> first(UsbPlace place, boolean in) throws DeviceAway {
        return packets.keySet().stream()
                .sorted()
                .filter(endpoint -> incoming(endpoint) == in)
                .findFirst()
                .map(endpoint -> List.of(new UsbPlace.Lane(endpoint, 0)))
                .orElseThrow(() -> place.wrong("usb", place.words() + " has no bulk " + (in ? "IN" : "OUT")));
    }

    private List<UsbPlace.Lane> known(UsbPlace place, String key, List<UsbPlace.Lane> lanes, boolean in)
            throws DeviceAway {
        for (UsbPlace.Lane lane : lanes) {
            if (!packets.containsKey(lane.endpoint()) || incoming(lane.endpoint()) != in) {
                List<String> there = packets.keySet().stream()
                        .filter(endpoint -> incoming(endpoint) == in)
                        .sorted()
                        .map(endpoint -> String.format("%02x", endpoint))
                        .toList();
                throw place.wrong(
                        key,
                        String.format("no bulk endpoint %02x; interface %d has ", lane.endpoint(), number) + there);
            }
        }
        return lanes;
    }

    private static boolean incoming(int endpoint) {
        return (endpoint & 0x80) != 0;
    }
}
