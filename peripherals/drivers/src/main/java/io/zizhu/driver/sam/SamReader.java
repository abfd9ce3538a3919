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
import io.zizhu.device.card.IdCard.More;
import io.zizhu.device.card.IdCard.Picture;
import io.zizhu.device.card.Reading;
import io.zizhu.device.profile.Ability;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A live SAM_V reader: finds, selects and reads a card. Every read needs a fresh find and select, and a card that stays
 * on the plate is not found a second time, so the pulse never looks for one.
 */
final class SamReader implements CardReader {
    private static final Logger LOG = LoggerFactory.getLogger(SamReader.class);

    /** How long what the last find said is still news; the module never tells that a card was taken away. */
    private static final Duration NEWS = Duration.ofSeconds(3);

    private final Exchange exchange;
    private final PhotoDecoder photos;
    private final Duration poll;
    private volatile boolean fingers = true; // until the module says that it knows none
    private volatile Map<String, String> facts = Map.of();
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
        facts = exchange.ask(Command.SAM_ID, Patience.of(Duration.ofSeconds(3)))
                .filter(answer -> answer.is(Answer.OK))
                .flatMap(answer -> SamId.of(answer.data()))
                .map(id -> Map.of("sam-id", id))
                .orElse(Map.of());
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
    public Set<Ability> abilities() {
        Set<Ability> can = EnumSet.of(Ability.READ_NEW_ADDRESS);
        if (fingers) {
            can.add(Ability.READ_FINGERS);
        }
        if (photos.decodes()) {
            can.add(Ability.DECODE_PHOTO);
        }
        return can;
    }

    @Override
    public Map<String, String> facts() {
        return facts;
    }

    @Override
    public Reading read(Patience patience) throws DeviceAway {
        return read(Set.of(), patience);
    }

    @Override
    public Reading read(Set<Ability> also, Patience patience) throws DeviceAway {
        while (!patience.over()) {
            Optional<Answer> found = exchange.ask(Command.FIND, patience);
            if (found.isEmpty()) {
                break;
            }
            if (found.get().is(Answer.FOUND)) {
                saw(Media.PRESENT);
                return select(also, patience);
            }
            if (!found.get().is(Answer.NO_CARD)) {
                return new Reading.Failed(Trouble.of(Command.FIND, found.get()));
            }
            saw(Media.NOT_PRESENT);
            pause(patience);
        }
        return new Reading.Nothing();
    }

    private Reading select(Set<Ability> also, Patience patience) throws DeviceAway {
        Optional<Answer> selected = exchange.ask(Command.SELECT, patience);
        if (selected.isEmpty()) {
            return new Reading.Nothing();
        }
        if (!selected.get().is(Answer.OK)) {
            return failed(Command.SELECT, selected.get());
        }
        if (also.contains(Ability.READ_FINGERS) && fingers) {
            Optional<Answer> content = exchange.ask(Command.READ_WITH_FINGERS, patience);
            if (content.isEmpty() || !content.get().is(Answer.WRONG_COMMAND)) {
                return whole(Command.READ_WITH_FINGERS, content, also, patience);
            }
            fingers = false; // a module from before there were fingers on cards
        }
        return whole(Command.READ, exchange.ask(Command.READ, patience), also, patience);
    }

    private Reading whole(Command command, Optional<Answer> content, Set<Ability> also, Patience patience)
            throws DeviceAway {
        if (content.isEmpty()) {
            return new Reading.Nothing();
        }
        try {
            if (!content.get().is(Answer.OK)) {
                return failed(command, content.get());
            }
            Reading reading = card(command, content.get());
            return reading instanceof Reading.Card(IdCard card) && also.contains(Ability.READ_NEW_ADDRESS)
                    ? withNewAddress(card, patience)
                    : reading;
        } finally {
            content.get().wipe();
        }
    }

    private Reading withNewAddress(IdCard card, Patience patience) throws DeviceAway {
        Optional<Answer> moved = exchange.ask(Command.READ_NEW_ADDRESS, patience);
        if (moved.isEmpty()) {
            return new Reading.Nothing();
        }
        try {
            if (moved.get().is(Answer.NO_CONTENT)) {
                return new Reading.Card(card);
            }
            if (!moved.get().is(Answer.OK)) {
                return failed(Command.READ_NEW_ADDRESS, moved.get());
            }
            Optional<String> address =
                    Optional.of(CardText.newAddress(moved.get().data()));
            return new Reading.Card(card.with(card.more().with(card.more().fingers(), address)));
        } catch (CardText.Garbled garbled) {
            return new Reading.Failed(new Fault(Fault.Kind.GARBLED, "card text: " + garbled.getMessage()));
        } finally {
            moved.get().wipe();
        }
    }

    private Reading failed(Command command, Answer answer) {
        Fault fault = Trouble.of(command, answer);
        if (fault.kind() == Fault.Kind.MOVED) {
            saw(Media.NOT_PRESENT);
        }
        return new Reading.Failed(fault);
    }

    private Reading card(Command command, Answer answer) {
        Body body = null;
        try {
            body = command == Command.READ_WITH_FINGERS ? Body.cutWithFingers(answer.data()) : Body.cut(answer.data());
            Optional<Portrait> photo = photo(body.photo());
            IdCard card = CardText.parse(body.text(), photo);
            More more = card.more().with(picture(body.photo(), photo)).with(body.templates(), Optional.empty());
            return new Reading.Card(card.with(more));
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

    /** A plug-in that fails takes its picture away and nothing else. */
    private Optional<Portrait> photo(byte[] wlt) {
        try {
            return wlt.length == 0 ? Optional.empty() : photos.decode(wlt);
        } catch (RuntimeException broken) {
            LOG.warn("the photo decoder failed: {}", broken.getClass().getName()); // its message may quote the picture
            return Optional.empty();
        }
    }

    private static Picture picture(byte[] wlt, Optional<Portrait> photo) {
        if (photo.isPresent()) {
            return Picture.DECODED;
        }
        return wlt.length == 0 ? Picture.NONE : Picture.NOT_DECODED;
    }

    /** A lease ended: what the line still holds of a card goes too. */
    @Override
    public void wipe() {
        exchange.forget();
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
