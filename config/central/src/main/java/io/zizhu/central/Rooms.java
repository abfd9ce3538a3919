package io.zizhu.central;

import io.zizhu.central.broker.Post;
import io.zizhu.central.broker.Topics;
import io.zizhu.central.registry.Technicians;
import io.zizhu.central.registry.Terminals;
import io.zizhu.central.rollout.Rollouts;
import io.zizhu.central.rollout.Sections;
import io.zizhu.central.signing.Director;
import io.zizhu.central.signing.KeyCabinet;
import io.zizhu.central.signing.Notary;
import io.zizhu.central.store.Store;
import io.zizhu.wire.bundle.Pointer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/**
 * The rooms that stand before any door opens.
 *
 * @param mail rollouts and post need each other (rows open rings, rings send post): what is sent early waits here
 */
record Rooms(
        Identity identity,
        Store store,
        Technicians technicians,
        Terminals terminals,
        Director director,
        Notary notary,
        Sections sections,
        Rollouts rollouts,
        CompletableFuture<Post> mail) {
    static Rooms furnish(Settings settings, Clock clock) {
        Path keys = settings.data().resolve("keys");
        KeyCabinet cabinet = KeyCabinet.open(keys);
        Identity identity = Identity.open(keys, clock);
        var store = new Store(settings.data().resolve("centre.db"));
        var mail = new CompletableFuture<Post>();
        var director = new Director(cabinet, clock);
        var sections = new Sections(store);
        sections.seed(settings.seed());
        return new Rooms(
                identity,
                store,
                new Technicians(store, clock),
                new Terminals(store, identity.authority(), clock),
                director,
                new Notary(cabinet),
                sections,
                new Rollouts(store, director, (terminal, pointer) -> ring(mail, terminal, pointer), clock),
                mail);
    }

    private static void ring(CompletableFuture<Post> mail, String terminal, Pointer pointer) {
        var unused = mail.thenAccept(post -> post.send(terminal, Topics.POINTER, Pointer.FORM.bytes(pointer), true));
    }
}
