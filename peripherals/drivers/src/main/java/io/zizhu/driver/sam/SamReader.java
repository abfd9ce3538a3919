package io.zizhu.driver.sam;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.Status;
import io.zizhu.device.camera.Portrait;
import io.zizhu.device.card.CardReader;
import io.zizhu.device.card.IdCard;
import io.zizhu.device.card.Reading;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A live SAM_V reader: finds, selects and reads a card. Every read needs a fresh find and select, and a card that stays
 * on the plate is not found a second time, so the pulse never looks for one.
 */
final class SamReader implements CardReader {
    /** How long what the last find said is still news; the module never tells that a card was taken away. */
    private static final Duration NEWS = Duration.ofSeconds(3);

    private final Exchange exchange;
    private final PhotoDecoder photos;
    private final Duration poll;
    private Media media = Media.UNKNOWN;
    private long seen = System.nanoTime();

    SamReader(Exchange exchange, PhotoDecoder photos, Duration poll) {
        this.exchange = exchange;
        this.photos = photos;
        this.poll = poll;
    }

    /** @throws DeviceAway where nobody answers, or the module says it is broken */
    void probe() throws DeviceAway {
        Pulse pulse = pulse();
        if (pulse.status() != Status.ONLINE) {
            throw new DeviceAway(pulse.fault().orElseThrow());
        }
    }

    @Override
    public Pulse pulse() throws DeviceAway {
        if (System.nanoTime() - seen > NEWS.toNanos()) {
            media = Media.UNKNOWN;
        }
        Optional<Answer> answer = exchange.ask(Command.STATUS, Patience.of(Duration.ofSeconds(3)));
        if (answer.isEmpty()) {
            throw new DeviceAway(Fault.Kind.SILENT, "STATUS: no answer in time");
        }
        return answer.get().is(Answer.OK)
                ? Pulse.well(media)
                : Pulse.ill(Status.HARDWARE_ERROR, media, Trouble.of(Command.STATUS, answer.get()));
    }

    @Override
    public Reading read(Patience patience) throws DeviceAway {
        while (!patience.over()) {
            Optional<Answer> found = exchange.ask(Command.FIND, patience);
            if (found.isEmpty()) {
                break;
            }
            if (found.get().is(Answer.FOUND)) {
                saw(Media.PRESENT);
                return select(patience);
            }
            if (!found.get().is(Answer.NO_CARD)) {
                return new Reading.Failed(Trouble.of(Command.FIND, found.get()));
            }
            saw(Media.NOT_PRESENT);
            pause(patience);
        }
        return new Reading.Nothing();
    }

    private Reading select(Patience patience) throws DeviceAway {
        Optional<Answer> selected = exchange.ask(Command.SELECT, patience);
        if (selected.isEmpty()) {
            return new Reading.Nothing();
        }
        if (!selected.get().is(Answer.OK)) {
            return failed(Command.SELECT, selected.get());
        }
        Optional<Answer> content = exchange.ask(Command.READ, patience);
        if (content.isEmpty()) {
            return new Reading.Nothing();
        }
        try {
            return content.get().is(Answer.OK) ? card(content.get()) : failed(Command.READ, content.get());
        } finally {
            content.get().wipe();
        }
    }

    private Reading failed(Command command, Answer answer) {
        Fault fault = Trouble.of(command, answer);
        if (fault.kind() == Fault.Kind.MOVED) {
            saw(Media.NOT_PRESENT);
        }
        return new Reading.Failed(fault);
    }

    private Reading card(Answer answer) {
        Body body = null;
        try {
            body = Body.cut(answer.data());
            Optional<Portrait> photo = body.photo().length == 0 ? Optional.empty() : photos.decode(body.photo());
            IdCard card = CardText.parse(body.text(), photo);
            return new Reading.Card(card);
        } catch (CardText.Garbled garbled) {
            return new Reading.Failed(new Fault(Fault.Kind.GARBLED, "card text: " + garbled.getMessage()));
        } catch (CardText.UnknownKind unknown) {
            return new Reading.Failed(new Fault(Fault.Kind.REFUSED, "card text: unknown kind of card"));
        } finally {
            if (body != null) {
                body.wipe();
            }
        }
    }

    private void saw(Media what) {
        media = what;
        seen = System.nanoTime();
    }

    private void pause(Patience patience) {
        long until = System.nanoTime() + poll.toNanos();
        for (long left = poll.toNanos(); left > 0 && !patience.over(); left = until - System.nanoTime()) {
            if (Thread.currentThread().isInterrupted()) {
                return; // the keeper gave up; the next word on the link says so
            }
            LockSupport.parkNanos(Math.min(left, Duration.ofMillis(20).toNanos()));
        }
    }

    @Override
    public void close() {
        exchange.close();
    }
}
