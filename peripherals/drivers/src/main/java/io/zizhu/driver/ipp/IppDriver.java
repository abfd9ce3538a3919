package io.zizhu.driver.ipp;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.Fault;
import io.zizhu.device.profile.Ability;
import io.zizhu.device.profile.Profile;
import io.zizhu.device.profile.Setting;
import io.zizhu.driver.link.TcpLink;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens A4 printers that speak IPP and take PDF. Settings: {@code uri}, such as {@code ipp://10.0.0.9/ipp/print}; {@code
 * user} (zizhu), the name under which this terminal prints, its own where several share a printer. What still waits at
 * the printer under that name when it is opened is cancelled: its person has gone.
 */
public final class IppDriver implements Driver {
    private static final Logger LOG = LoggerFactory.getLogger(IppDriver.class);
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
                List.of(Setting.like("uri", "ipps?://[^/]+/.*", "ipp://host/path"), Setting.text("user", "zizhu")),
                Set.of(Ability.COUNT_SHEETS),
                "kit over HTTP; Debian's ippeveprinter; never on hardware");
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        IppClient client =
                new IppClient(new IppWire(uri(binding)), binding.find("user").orElse("zizhu"));
        try {
            PrinterView printer = client.printer(PROBE);
            if (!printer.printsPdf()) {
                client.close();
                throw new DeviceAway(Fault.Kind.MISCONFIGURED, "devices/" + binding.id() + "/uri: it prints no PDF");
            }
            if (printer.listsJobs()) {
                takeBack(client);
            }
            return new IppPrinter(client);
        } catch (Unanswered trouble) {
            client.close();
            throw new DeviceAway(trouble.fault(), trouble);
        }
    }

    /** A printer that refuses to tell or to cancel is as good as one that never could. */
    private static void takeBack(IppClient client) throws Unanswered {
        try {
            for (JobView job : client.waiting(PROBE)) {
                LOG.info("takes back what was left at the printer: {}", job.told());
                client.cancel(job.id(), PROBE);
            }
        } catch (Unanswered no) {
            if (no.reach() != Unanswered.Reach.REFUSED) {
                throw no;
            }
            LOG.info("what was left at the printer stays there: {}", no.fault());
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

    @Override
    public Optional<Boolean> there(Binding binding) {
        return TcpLink.there(binding, 631);
    }
}
