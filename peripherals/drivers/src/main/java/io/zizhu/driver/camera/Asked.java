package io.zizhu.driver.camera;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;

/**
 * The size of picture that the settings {@code width} and {@code height} ask for; both 0 where they ask for none. A
 * camera that cannot give it gives another without a word, so what comes is measured.
 */
public record Asked(String device, int width, int height) {
    private static final int MOST = 10_000;

    /** @throws DeviceAway MISCONFIGURED where only one of the two stands there, or is no size */
    public static Asked of(Binding binding) throws DeviceAway {
        int width = binding.number("width", 0, 32, MOST);
        int height = binding.number("height", 0, 32, MOST);
        if ((width == 0) != (height == 0)) {
            String missing = width == 0 ? "width" : "height";
            throw new DeviceAway(
                    Fault.Kind.MISCONFIGURED, "devices/" + binding.id() + "/" + missing + ": missing beside the other");
        }
        return new Asked(binding.id().value(), width, height);
    }

    boolean any() {
        return width == 0;
    }

    /** @throws DeviceAway MISCONFIGURED where a picture is not of the size that was asked for */
    void check(byte[] jpeg) throws DeviceAway {
        JpegSize is = JpegSize.of(jpeg);
        if (!any() && (is.width() != width || is.height() != height)) {
            throw new DeviceAway(
                    Fault.Kind.MISCONFIGURED,
                    "devices/" + device + "/width: " + width + "x" + height + " asked, the camera gives " + is.width()
                            + "x" + is.height());
        }
    }
}
