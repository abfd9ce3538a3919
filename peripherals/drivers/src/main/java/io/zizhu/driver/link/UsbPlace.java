package io.zizhu.driver.link;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.profile.Setting;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which USB device, which of its interfaces, and which endpoints carry the bytes; from a binding's settings.
 *
 * @param device names the device section's entry, for troubles
 * @param id empty where any printer will do
 * @param interfaceNumber empty where it is looked up by the printer class
 * @param out where the bytes of one send go, in turn; empty where they are looked up
 * @param in where the bytes of an answer come from, in turn; empty where they are looked up
 */
record UsbPlace(
        String device,
        Optional<Id> id,
        Optional<String> serial,
        OptionalInt interfaceNumber,
        List<Lane> out,
        List<Lane> in) {
    private static final String ID = "[0-9a-fA-F]{4}:[0-9a-fA-F]{4}";
    private static final String LANES = "[0-9a-fA-F]{2}(:\\d{1,4},[0-9a-fA-F]{2})*";

    /** What the maker's descriptor says: VID and PID. */
    record Id(int vendor, int product) {
        static Id of(String text) {
            return new Id(HexFormat.fromHexDigits(text, 0, 4), HexFormat.fromHexDigits(text, 5, 9));
        }

        @Override
        public String toString() {
            return String.format("%04x:%04x", vendor, product);
        }
    }

    /**
     * One endpoint of a turn.
     *
     * @param count how many bytes it carries before the next one follows; 0 for all the rest
     */
    record Lane(int endpoint, int count) {
        static List<Lane> of(String text) {
            List<Lane> lanes = new ArrayList<>();
            for (String part : text.split(",", -1)) {
                String count = part.length() > 2 ? part.substring(3) : "0";
                lanes.add(new Lane(HexFormat.fromHexDigits(part, 0, 2), Integer.parseInt(count)));
            }
            return List.copyOf(lanes);
        }
    }

    /** The keys of a device whose endpoints are named by settings. */
    static List<Setting> settings(UsbLink.Usual otherwise) {
        return List.of(
                Setting.like("usb", ID, "0400:c35a").or(otherwise.usb()),
                Setting.text("serial").orNothing(),
                Setting.number("interface", 0, 0, 255),
                Setting.like("out", LANES, "02 or 02:7,06").or(otherwise.out()),
                Setting.like("in", LANES, "82 or 81:7,85").or(otherwise.in()));
    }

    /** The keys of a printer, whose interface and endpoints are found by its class. */
    static List<Setting> printerSettings() {
        return List.of(
                Setting.like("usb", ID, "04b8:0202").orNothing(),
                Setting.text("serial").orNothing());
    }

    static UsbPlace of(Binding binding, UsbLink.Usual otherwise) throws DeviceAway {
        return new UsbPlace(
                binding.id().toString(),
                Optional.of(Id.of(like(binding, "usb", ID).orElse(otherwise.usb()))),
                binding.find("serial"),
                OptionalInt.of(binding.number("interface", 0, 0, 255)),
                Lane.of(like(binding, "out", LANES).orElse(otherwise.out())),
                Lane.of(like(binding, "in", LANES).orElse(otherwise.in())));
    }

    static UsbPlace printer(Binding binding) throws DeviceAway {
        return new UsbPlace(
                binding.id().toString(),
                like(binding, "usb", ID).map(Id::of),
                binding.find("serial"),
                OptionalInt.empty(),
                List.of(),
                List.of());
    }

    private static Optional<String> like(Binding binding, String key, String form) throws DeviceAway {
        Optional<String> text = binding.find(key);
        if (text.isPresent() && !text.get().matches(form)) {
            throw new DeviceAway(
                    Fault.Kind.MISCONFIGURED,
                    "devices/" + binding.id() + "/" + key + ": \"" + text.get() + "\" is not like " + form);
        }
        return text;
    }

    boolean printer() {
        return interfaceNumber.isEmpty();
    }

    /** The device in a technician's words, the same whether it is gone or was never there. */
    String words() {
        return "usb " + id.map(Id::toString).orElse("printer")
                + serial.map(it -> " " + it).orElse("");
    }

    DeviceAway wrong(String key, String what) {
        return new DeviceAway(Fault.Kind.MISCONFIGURED, "devices/" + device + "/" + key + ": " + what);
    }

    DeviceAway gone() {
        return new DeviceAway(Fault.Kind.LOST, words() + ": unplugged");
    }
}
