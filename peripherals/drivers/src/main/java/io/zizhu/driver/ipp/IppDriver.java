package io.zizhu.driver.ipp;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.Fault;
import io.zizhu.device.Profile;
import io.zizhu.device.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Opens A4 printers that speak IPP and take PDF. Setting: {@code uri}, such as {@code ipp://10.0.0.9/ipp/print}. */
public final class IppDriver implements Driver {
    private static final Duration PROBE = Duration.ofSeconds(4);

    @Override
    public String id() {
        return "ipp";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CERTIFICATE_PRINTER;
    }

    @Override
    public Profile profile() {
        return new Profile(
                "IPP over HTTP, PDF",
                List.of(Setting.like("uri", "ipps?://[^/]+/.*", "ipp://host/path")),
                Set.of(),
                "kit over HTTP; Debian's ippeveprinter; never on hardware");
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        IppClient client = new IppClient(new IppWire(uri(binding)));
        try {
            if (!client.printer(PROBE).printsPdf()) {
                client.close();
                throw new DeviceAway(Fault.Kind.MISCONFIGURED, "devices/" + binding.id() + "/uri: it prints no PDF");
            }
            return new IppPrinter(client);
        } catch (Unanswered trouble) {
            client.close();
            throw new DeviceAway(trouble.fault(), trouble);
        }
    }

    private static URI uri(Binding binding) throws DeviceAway {
        String text = binding.setting("uri");
        if (!text.matches("ipps?://[^\\s/?#]+/[^\\s?#]*")) {
            throw new DeviceAway(
                    Fault.Kind.MISCONFIGURED,
                    "devices/" + binding.id() + "/uri: \"" + text + "\" is no ipp://host/path");
        }
        try {
            URI uri = URI.create(text);
            if (uri.getHost() == null) {
                throw new IllegalArgumentException("no host");
            }
            return uri;
        } catch (IllegalArgumentException wrong) {
            throw new DeviceAway(
                    new Fault(
                            Fault.Kind.MISCONFIGURED, "devices/" + binding.id() + "/uri: \"" + text + "\" has no host"),
                    wrong);
        }
    }
}
