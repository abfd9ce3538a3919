package io.zizhu.central.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.central.TestClock;
import io.zizhu.central.Training;
import io.zizhu.central.rollout.Drafts.Outcome;
import io.zizhu.central.signing.Director;
import io.zizhu.central.signing.KeyCabinet;
import io.zizhu.central.store.Store;
import io.zizhu.wire.bundle.Bundle;
import io.zizhu.wire.json.Digest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {
    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private Store store;
    private Director director;
    private Rollouts rollouts;
    private Drafts drafts;
    private Sections sections;

    @BeforeEach
    void open() {
        store = new Store(folder.resolve("centre.db"));
        director = new Director(KeyCabinet.open(folder.resolve("keys")), clock);
        sections = new Sections(store);
        sections.seed(Training.seed());
        rollouts = new Rollouts(store, director, (_, _) -> {}, clock);
        drafts = new Drafts(store, rollouts, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void nothing_is_published_before_a_second_person_approves() {
        assertTrue(rollouts.pointer("t").isEmpty());
        var kept = assertInstanceOf(Outcome.Kept.class, welcome("tech-a", "您好"));
        assertInstanceOf(Outcome.Refused.class, drafts.approve("tech-a", kept.draft()));
        assertTrue(rollouts.pointer("t").isEmpty());
        assertEquals(new Outcome.Published(1), drafts.approve("tech-b", kept.draft()));
        assertInstanceOf(Outcome.Refused.class, drafts.approve("tech-b", kept.draft()));
        assertEquals(1, rollouts.pointer("t").orElseThrow().version());
    }

    @Test
    void a_published_bundle_verifies_with_the_root_and_with_no_flipped_byte() {
        publish("您好");
        var pointer = rollouts.pointer("t").orElseThrow();
        byte[] sealed = rollouts.bundle(pointer.digest().hex()).orElseThrow();
        assertEquals(pointer.digest(), Digest.of(sealed));
        var whole = assertInstanceOf(
                Bundle.Opened.Whole.class, Bundle.open(sealed, director.trust(), List.of("t"), clock.instant(), 0));
        assertTrue(
                whole.bundle().section("welcome").orElseThrow().bytes().utf8().contains("您好"));
        assertTrue(whole.bundle().section("catalogue").isPresent());
        for (int i = 0; i < sealed.length; i += 97) {
            byte[] flipped = sealed.clone();
            flipped[i] ^= 1;
            assertInstanceOf(
                    Bundle.Opened.Refused.class,
                    Bundle.open(flipped, director.trust(), List.of("t"), clock.instant(), 0),
                    "byte " + i);
        }
    }

    @Test
    void a_fee_is_changed_in_the_item_file_and_nowhere_else() {
        var edited = assertInstanceOf(
                ItemFiles.Edited.Done.class, sections.catalogue().fee("id-card-renewal", 1500));
        var kept = (Outcome.Kept) drafts.write("tech-a", ItemFiles.NAME, ItemFiles.FORM.bytes(edited.files()));
        String before = sections.catalogue().files().get("id-card-renewal");
        drafts.approve("tech-b", kept.draft());
        var item = sections.catalogue().item("id-card-renewal").orElseThrow();
        assertEquals(1500, item.feeFen());
        assertEquals(2, item.version());
        assertEquals(
                before.replace("fee: 2000", "fee: 1500").replace("version: 1", "version: 2"),
                sections.catalogue().files().get("id-card-renewal"));
    }

    @Test
    void how_long_personal_fields_are_kept_travels_in_the_bundle() {
        assertEquals(
                "{\"keepHours\":24}",
                sections.find(Privacy.NAME)
                        .orElseThrow()
                        .section()
                        .bytes()
                        .utf8()
                        .strip());
        var kept = (Outcome.Kept) write("tech-a", Privacy.NAME, "{\"keepHours\":1}");
        assertEquals(
                List.of(new Change("keepHours", "24", "1")),
                drafts.all().getFirst().changes());
        drafts.approve("tech-b", kept.draft());
        byte[] sealed = rollouts.bundle(
                        rollouts.pointer("t").orElseThrow().digest().hex())
                .orElseThrow();
        var whole = assertInstanceOf(
                Bundle.Opened.Whole.class, Bundle.open(sealed, director.trust(), List.of("t"), clock.instant(), 0));
        assertEquals(
                "{\"keepHours\":1}",
                whole.bundle().section(Privacy.NAME).orElseThrow().bytes().utf8());
        for (String hours : List.of("-1", "2161", "\"x\"")) {
            assertInstanceOf(Outcome.Refused.class, write("tech-a", Privacy.NAME, "{\"keepHours\":" + hours + "}"));
        }
    }

    @Test
    void what_could_not_be_published_is_refused_at_the_desk_not_at_the_terminal() {
        assertInstanceOf(Outcome.Refused.class, write("tech-a", "welcome", "{\"zh\":\"\",\"en\":\"x\"}"));
        assertInstanceOf(Outcome.Refused.class, write("tech-a", "welcome", "not json"));
        assertInstanceOf(Outcome.Refused.class, write("tech-a", "staff", "{}"));
        var refused = assertInstanceOf(
                Outcome.Refused.class, write("tech-a", "catalogue", "{\"items\":{\"x\":\"code: x\\nfee: no\"}}"));
        assertTrue(refused.why().contains("x.yaml"), refused.why());
    }

    @Test
    void a_draft_on_an_older_version_cannot_undo_a_newer_change() {
        var stale = (Outcome.Kept) welcome("tech-a", "甲");
        publish("乙");
        assertInstanceOf(Outcome.Refused.class, drafts.approve("tech-b", stale.draft()));
        assertInstanceOf(Outcome.Rejected.class, drafts.reject("tech-a", stale.draft()));
        assertEquals(
                List.of(Drafts.State.PUBLISHED, Drafts.State.REJECTED),
                drafts.all().stream().map(Drafts.Draft::state).toList());
    }

    @Test
    void the_signing_keys_outlive_a_restart_and_are_closed_to_others() throws Exception {
        publish("您好");
        byte[] sealed = rollouts.bundle(
                        rollouts.pointer("t").orElseThrow().digest().hex())
                .orElseThrow();
        var again = new Director(KeyCabinet.open(folder.resolve("keys")), clock);
        assertInstanceOf(
                Bundle.Opened.Whole.class, Bundle.open(sealed, again.trust(), List.of("t"), clock.instant(), 0));
        try (var files = Files.list(folder.resolve("keys"))) {
            for (Path file : files.toList()) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                        file.toString());
            }
        }
    }

    private Outcome welcome(String by, String zh) {
        return write(by, "welcome", "{\"zh\":\"" + zh + "\",\"en\":\"hello\"}");
    }

    private Outcome write(String by, String section, String json) {
        return drafts.write(by, section, json.getBytes(StandardCharsets.UTF_8));
    }

    private void publish(String zh) {
        drafts.approve("tech-b", ((Outcome.Kept) welcome("tech-a", zh)).draft());
    }
}
