package io.zizhu.agent.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.agent.disk.CutDisk;
import io.zizhu.agent.line.Joining.Joined;
import io.zizhu.wire.ask.Answer;
import io.zizhu.wire.ask.Question;
import io.zizhu.wire.bundle.Pointer;
import io.zizhu.wire.json.Digest;
import io.zizhu.wire.json.Octets;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JoiningTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Question QUESTION = new Question.Register("990102200203141027", "林晓雨");

    private final FakeCentre centre = new FakeCentre();
    private final CutDisk disk = new CutDisk(1);

    JoiningTest() throws Exception {}

    @AfterEach
    void stop() {
        centre.close();
    }

    @Test
    void a_code_of_this_centre_makes_a_member_that_lasts() throws Exception {
        var member = assertInstanceOf(Joined.Member.class, join(centre.line(), centre.code()));
        assertEquals("t-0001", member.identity().terminal());
        assertEquals(Optional.of(member.identity()), Identity.load(disk));
        assertEquals(centre.root, member.identity().trust());
        assertEquals("k/training/t-0001/ev", member.identity().topics().ev());
        assertFalse(member.identity().toString().contains("PRIVATE"));
    }

    @Test
    void a_used_code_a_foreign_centre_and_an_empty_line_are_told_apart() throws Exception {
        assertEquals(new Joined.Refused("the code is used"), join(centre.line(), "XXXXXXXX-" + centre.authority.pin()));
        try (var other = new FakeCentre()) {
            assertEquals(new Joined.Refused("the join code is for another centre"), join(other.line(), centre.code()));
        }
        assertEquals(new Joined.Refused("the join code is for another centre"), join(centre.line(), "ABCD2345"));
        assertInstanceOf(Joined.Away.class, join(URI.create("https://127.0.0.1:9"), centre.code()));
        assertEquals(Optional.empty(), Identity.load(disk));
    }

    @Test
    void a_certificate_for_another_key_is_not_kept() throws Exception {
        var strange = new Joining(disk, keys -> TestAuthority.request(TestAuthority.newKeys()), InstantSource.system());
        assertEquals(
                new Joined.Refused("certificate is for another key"),
                strange.join(centre.line(), "training", centre.code(), PATIENCE));
        assertEquals(Optional.empty(), Identity.load(disk));
    }

    @Test
    void the_office_answers_members_and_is_away_in_every_other_case() throws Exception {
        try (var http = member(centre.line())) {
            var office = new Office(http);
            var asked = new AtomicReference<Question>();
            centre.answers.put("/line/ask", body -> {
                asked.set(Question.FORM.open(body).orThrow());
                return Answer.FORM.bytes(new Answer.NotKnown());
            });
            assertEquals(new Office.Heard.Said(new Answer.NotKnown()), office.ask(QUESTION, PATIENCE));
            assertEquals(QUESTION, asked.get());

            centre.answers.put(
                    "/line/ask", body -> Octets.utf8("{\"answer\":\"maybe\"}").bytes());
            assertEquals(
                    new Office.Heard.Away("answer.answer is none of the known answers"),
                    office.ask(QUESTION, PATIENCE));
            centre.answers.put("/line/ask", body -> null);
            assertEquals(new Office.Heard.Away("status 403"), office.ask(QUESTION, PATIENCE));
            centre.answers.remove("/line/ask");
            long began = System.nanoTime();
            assertInstanceOf(Office.Heard.Away.class, office.ask(QUESTION, Duration.ofMillis(300)));
            assertTrue(System.nanoTime() - began < Duration.ofSeconds(5).toNanos());
        }
    }

    @Test
    void a_member_trusts_no_other_centre() throws Exception {
        try (var other = new FakeCentre();
                var http = member(other.line())) {
            other.answers.put("/line/ask", body -> Answer.FORM.bytes(new Answer.NotKnown()));
            assertInstanceOf(Office.Heard.Away.class, new Office(http).ask(QUESTION, PATIENCE));
        }
    }

    @Test
    void the_shelf_gives_pointer_and_bundle_or_nothing() throws Exception {
        try (var http = member(centre.line())) {
            var shelf = new Shelf(http);
            byte[] sealed = Octets.utf8("sealed").bytes();
            var pointer = new Pointer(3, Digest.of(sealed));
            centre.answers.put("/line/pointer", body -> Pointer.FORM.bytes(pointer));
            centre.answers.put("/line/bundle/" + pointer.digest(), body -> sealed);
            assertEquals(Optional.of(pointer), shelf.pointer(PATIENCE));
            assertEquals(
                    Octets.utf8("sealed"),
                    Octets.of(shelf.bundle(pointer.digest(), PATIENCE).orElseThrow()));
            centre.answers.put("/line/pointer", body -> Octets.utf8("{}").bytes());
            assertEquals(Optional.empty(), shelf.pointer(PATIENCE));
            centre.answers.put("/line/pointer", body -> null);
            assertEquals(Optional.empty(), shelf.pointer(PATIENCE));
        }
    }

    private Joined join(URI line, String code) throws InterruptedException {
        return new Joining(disk, TestAuthority::request, InstantSource.system()).join(line, "training", code, PATIENCE);
    }

    private LineHttp member(URI line) throws Exception {
        var member = assertInstanceOf(Joined.Member.class, join(centre.line(), centre.code()));
        return new LineHttp(line, member.identity().stores().context());
    }
}
