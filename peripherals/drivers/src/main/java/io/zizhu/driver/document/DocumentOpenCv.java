package io.zizhu.driver.document;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.Spot;
import io.zizhu.device.camera.DocumentCamera;
import io.zizhu.device.camera.Scan;
import io.zizhu.device.camera.Shot;
import io.zizhu.device.profile.Ability;
import io.zizhu.driver.camera.Frame;
import io.zizhu.driver.camera.JpegSize;
import io.zizhu.driver.camera.Looking;
import io.zizhu.driver.camera.Outlook;
import io.zizhu.driver.camera.Preview;
import io.zizhu.driver.camera.Pump;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A camera over a tray. Looking happens on a platform thread of its own, as with every camera. */
final class DocumentOpenCv implements DocumentCamera {
    private static final long STEP_MILLIS = 200;

    private final String where;
    private final Outlook outlook;
    private final Pump pump;
    private final Looking looking;
    private final int sharpness;
    private volatile boolean closed;

    /** @param looking closed with this */
    DocumentOpenCv(String where, Outlook outlook, Looking looking, int sharpness) {
        this.where = where;
        this.outlook = outlook;
        this.pump = outlook.pump();
        this.looking = looking;
        this.sharpness = sharpness;
    }

    @Override
    public Pulse pulse() throws DeviceAway {
        Optional<Pulse> trouble = outlook.trouble();
        Media media = trouble.isPresent() ? Media.UNKNOWN : lying();
        Map<Spot, Media> spots = Map.of(Spot.DOCUMENT, media);
        return trouble.map(ill -> new Pulse(ill.status(), media, spots, ill.fault()))
                .orElseGet(() -> Pulse.well(media).with(spots));
    }

    private Media lying() throws DeviceAway {
        Optional<Frame> newest = pump.newest();
        if (newest.isEmpty()) {
            return Media.UNKNOWN;
        }
        return looking.look(() -> Tray.look(newest.get().jpeg()).isPresent() ? Media.PRESENT : Media.NOT_PRESENT)
                .orElse(Media.UNKNOWN);
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.CAPTURE, Ability.PREVIEW);
    }

    @Override
    public Shot shoot(Patience patience) throws DeviceAway {
        return looking.look(() -> shot(patience))
                .orElseGet(() -> new Shot.Failed(new Fault(Fault.Kind.BUSY, where + ": stopped while looking")));
    }

    private Shot shot(Patience patience) throws DeviceAway, InterruptedException {
        Choice choice = new Choice(where, sharpness);
        long last = pump.newest().map(Frame::number).orElse(0L); // what lay there earlier does not count
        while (!patience.over() && !closed && !choice.enough() && !stopped()) {
            long wait = Math.clamp(patience.leftMillis(), 1, STEP_MILLIS);
            Optional<Frame> next = pump.after(last, wait);
            if (next.isPresent()) {
                last = next.get().number();
                choice.saw(next.get());
            } else if (pump.fault().isPresent() && !closed) {
                throw new DeviceAway(pump.fault().get());
            }
        }
        return stopped() ? new Shot.Failed(outlook.silence()) : choice.outcome();
    }

    /** Frames came, and come no more. */
    private boolean stopped() {
        return pump.silentNanos() > Outlook.FRESH.toNanos();
    }

    @Override
    public Optional<Scan> preview() {
        return pump.newest()
                .filter(frame -> frame.younger(Outlook.FRESH.toNanos()))
                .map(frame -> scan(Preview.of(frame.jpeg())));
    }

    static Scan scan(byte[] jpeg) {
        JpegSize size = JpegSize.of(jpeg);
        return new Scan(jpeg, size.width(), size.height());
    }

    @Override
    public void close() {
        closed = true;
        outlook.close();
        looking.close();
    }
}
