package io.zizhu.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.agent.line.FakeCentre;
import io.zizhu.agent.line.Joining.Joined;
import io.zizhu.agent.line.LinePace;
import io.zizhu.agent.line.Office;
import io.zizhu.agent.line.Outbox;
import io.zizhu.agent.line.TestAuthority;
import io.zizhu.agent.rollout.Proof;
import io.zizhu.agent.rollout.Rollout;
import io.zizhu.agent.rollout.Tenant;
import io.zizhu.wire.ask.Answer;
import io.zizhu.wire.ask.Question;
import io.zizhu.wire.bundle.Bundle;
import io.zizhu.wire.bundle.Pointer;
import io.zizhu.wire.bundle.Section;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.json.Octets;
import io.zizhu.wire.report.Presence;
import io.zizhu.wire.report.RolloutReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The façade whole, with a real folder, HTTPS, and no broker at all: every doorbell is lost. */
class AgentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Question QUESTION = new Question.Progress("ABCD-2345", "990102200203141027");

    private final BlockingQueue<RolloutReport> reports = new LinkedBlockingQueue<>();
    private final List<String> living = new CopyOnWriteArrayList<>();

    @Test
    void a_terminal_joins_takes_a_bundle_by_polling_and_comes_back_with_it(@TempDir Path data) throws Exception {
        try (var centre = new FakeCentre()) {
            byte[] sealed = bundle(3, "t-0001").sealed(centre.director);
            lay(centre, 3, sealed);
            centre.answers.put("/line/ask", body -> Answer.FORM.bytes(new Answer.NotFound()));
            try (var agent = agent(data)) {
                agent.begin();
                assertFalse(agent.connect());
                assertInstanceOf(Office.Heard.Away.class, agent.ask(QUESTION, PATIENCE));
                assertFalse(agent.line().connected());
                var joined = agent.join(centre.line(), "training", centre.code(), TestAuthority::request, PATIENCE);
                assertInstanceOf(Joined.Member.class, joined);
                assertTrue(agent.connect());
                assertEquals(new Office.Heard.Said(new Answer.NotFound()), agent.ask(QUESTION, PATIENCE));
                assertEquals(new RolloutReport.Confirmed(3), reports.poll(20, TimeUnit.SECONDS));
                assertEquals(List.of("factory", "hello 3"), living);

                byte[] flipped = bundle(4, "t-0001").sealed(centre.director);
                flipped[flipped.length / 2] ^= 1;
                lay(centre, 4, flipped);
                assertInstanceOf(RolloutReport.Refused.class, reports.poll(20, TimeUnit.SECONDS));
            }
            try (var agent = agent(data)) {
                agent.begin();
                assertEquals(List.of("factory", "hello 3", "hello 3"), living);
                assertEquals(3, agent.standing().version());
                assertTrue(agent.identity().isPresent());
            }
            assertEquals(Optional.empty(), Optional.ofNullable(reports.poll()));
            assertTrue(Files.exists(data.resolve("slot-a")));
        }
    }

    private static void lay(FakeCentre centre, long version, byte[] sealed) {
        var pointer = Bundle.pointer(version, sealed);
        centre.answers.put("/line/bundle/" + pointer.digest(), body -> sealed);
        centre.answers.put("/line/pointer", body -> Pointer.FORM.bytes(pointer));
    }

    private static Bundle bundle(long version, String audience) {
        var section = new Section("welcome", "test/1", Octets.utf8("hello " + version));
        return new Bundle(version, Instant.parse("2099-01-01T00:00:00Z"), audience, List.of(section));
    }

    private Agent agent(Path data) {
        var rollout = new Rollout.Ports(
                List.of(new Welcome()),
                List.of(new Section("welcome", "test/1", Octets.utf8("factory"))),
                patience -> Optional.of(() -> {}),
                () -> Proof.Sign.Well::new,
                reports::add,
                InstantSource.system());
        var pace = new Agent.Pace(
                LinePace.TRAINING,
                new Rollout.Pace(Duration.ofMillis(20), Duration.ofMillis(5), Duration.ofSeconds(1), PATIENCE),
                Duration.ofMillis(50));
        return new Agent(data, new Agent.Ports(rollout, new EmptyOutbox(), AgentTest::state), pace);
    }

    private static Presence.TerminalState state() {
        return new Presence.TerminalState(Instant.EPOCH, "inService", 0, "", "test", true, 0, 0, List.of(), List.of());
    }

    private final class Welcome implements Tenant {
        @Override
        public String section() {
            return "welcome";
        }

        @Override
        public Heard check(Section section) {
            return new Heard.Accepted();
        }

        @Override
        public Heard accept(Section section) {
            living.add(section.bytes().utf8());
            return new Heard.Accepted();
        }
    }

    private static final class EmptyOutbox implements Outbox {
        @Override
        public long acknowledged() {
            return 0;
        }

        @Override
        public List<ChainRow> after(long seq, int most) {
            return List.of();
        }

        @Override
        public void acknowledge(long upTo) {
            throw new IllegalStateException("nothing was sent");
        }
    }
}
