package io.zizhu.central;

import io.zizhu.central.backoffice.BackOffice;
import io.zizhu.central.backoffice.CheckDesk;
import io.zizhu.central.backoffice.OfficerCases;
import io.zizhu.central.backoffice.Register;
import io.zizhu.central.backoffice.StaffWord;
import io.zizhu.central.backoffice.pay.Acquirer;
import io.zizhu.central.backoffice.pay.TrainingAcquirer;
import io.zizhu.central.broker.Broker;
import io.zizhu.central.broker.Post;
import io.zizhu.central.broker.Topics;
import io.zizhu.central.day.Clerk;
import io.zizhu.central.day.DayBooks;
import io.zizhu.central.day.Findings;
import io.zizhu.central.fleet.CentreArchive;
import io.zizhu.central.fleet.CentreBooks;
import io.zizhu.central.fleet.CentreFleet;
import io.zizhu.central.fleet.Fleet;
import io.zizhu.central.ingest.Alarms;
import io.zizhu.central.ingest.Chains;
import io.zizhu.central.ingest.Intake;
import io.zizhu.central.ingest.Presences;
import io.zizhu.central.ingest.Visits;
import io.zizhu.central.registry.Authority;
import io.zizhu.central.registry.Sites;
import io.zizhu.central.rollout.Drafts;
import io.zizhu.central.store.Store;
import io.zizhu.central.web.Door;
import io.zizhu.central.web.Doors;
import io.zizhu.wire.report.Ack;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/** The centre's main: the plan of the house as code. */
public final class Central implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final Duration RECKONED = Duration.ofMinutes(10);

    private final Store store;
    private final Broker broker;
    private final Post post;
    private final Door line;
    private final Door console;
    private final Fleet fleet;
    private final Clerk clerk;
    private final Map<String, String> firstAccounts;
    private final Optional<String> firstToken;

    /** Starts everything and returns when both doors and the broker are open. */
    static Central start(Settings settings) {
        return new Central(settings, Clock.systemUTC());
    }

    private Central(Settings settings, Clock clock) {
        Rooms rooms = Rooms.furnish(settings, clock);
        store = rooms.store();
        firstToken = rooms.technicians().firstToken();
        firstAccounts = rooms.technicians().first(settings.data().resolve("console-accounts.txt"), firstToken);
        broker = broker(settings, rooms);
        post = post(rooms, broker, clock);
        rooms.mail().complete(post);
        var wallet = new CompletableFuture<String>();
        var acquirer = new TrainingAcquirer(store, clock, wallet::join);
        line = line(settings, rooms, broker, acquirer, clock);
        fleet = fleet(rooms, broker, post, clock);
        console = Doors.console(new Doors.Console(
                HOST,
                settings.consolePort(),
                settings.consoleTls() ? Optional.of(rooms.identity().tls()) : Optional.empty(),
                fleet,
                rooms.technicians(),
                Optional.of(acquirer)));
        wallet.complete(URI.create(console.url()).resolve(Doors.WALLET).toString());
        rooms.rollouts().ring();
        clerk = new Clerk(new DayBooks(store, clock), new Sites(store), RECKONED);
    }

    private static Post post(Rooms rooms, Broker broker, Clock clock) {
        var presences = new Presences(rooms.store(), clock);
        presences.reset();
        var staffWord = new StaffWord(clock);
        var intake = new Intake(
                rooms.store(),
                rooms.rollouts(),
                (terminal, ack) -> acknowledge(rooms.mail(), terminal, ack),
                (sql, word) -> {
                    staffWord.hear(sql, word);
                    Findings.settled(sql, word, clock.instant());
                },
                clock);
        Identity identity = rooms.identity();
        return Post.open(
                new Post.Plan(HOST, broker.port(), identity.clientKeys(), identity.trusted()),
                intake::hear,
                presences::hear);
    }

    private static Door line(Settings settings, Rooms rooms, Broker broker, Acquirer acquirer, Clock clock) {
        var register = Register.read(settings.people());
        var backOffice = new BackOffice(rooms.store(), register, rooms.sections(), rooms.notary(), acquirer, clock);
        return Doors.line(new Doors.Line(
                HOST,
                settings.linePort(),
                rooms.identity().tls(),
                rooms.terminals(),
                rooms.identity().authority(),
                rooms.director().root(),
                HOST + ":" + broker.port(),
                rooms.rollouts()::pointer,
                rooms.rollouts()::bundle,
                backOffice::answer,
                rooms.rollouts()::ring));
    }

    private static Fleet fleet(Rooms rooms, Broker broker, Post post, Clock clock) {
        Store store = rooms.store();
        return new CentreFleet(new CentreFleet.Rooms(
                store,
                rooms.technicians(),
                rooms.terminals(),
                new Presences(store, clock),
                new Visits(store),
                new Chains(store, clock),
                new Alarms(store),
                rooms.sections(),
                new Drafts(store, rooms.rollouts(), clock),
                rooms.rollouts(),
                new CheckDesk(store, rooms.notary()),
                new OfficerCases(store),
                new CentreBooks(store, clock),
                new CentreArchive(store, clock),
                broker::disconnect,
                post::connected));
    }

    public String consoleUrl() {
        return console.url();
    }

    public String lineUrl() {
        return line.url();
    }

    public String mqtt() {
        return HOST + ":" + broker.port();
    }

    Fleet fleet() {
        return fleet;
    }

    Map<String, String> firstAccounts() {
        return firstAccounts;
    }

    Optional<String> firstToken() {
        return firstToken;
    }

    @Override
    public void close() {
        clerk.close();
        console.close();
        line.close();
        post.close();
        broker.close();
        store.close();
    }

    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "centre-logback.xml");
        }
        Central central = startOrExit(args);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            central.close();
                            stopped.countDown();
                        },
                        "centre-stop"));
        out.println("join=" + central.fleet.newJoinCode());
        central.firstToken.ifPresent(token -> out.println("token=" + token));
        central.firstAccounts.forEach((name, password) -> out.println("account=" + name + " " + password));
        out.println("CENTRAL READY console=" + central.consoleUrl() + " mqtt=" + central.mqtt() + " line="
                + central.lineUrl());
        out.flush();
        stopped.await();
    }

    /** Half a centre is none: whatever keeps a part from starting ends the process, so that its unit starts it again. */
    private static Central startOrExit(String[] args) throws IOException {
        try {
            Settings settings = Settings.parse(args);
            Files.createDirectories(settings.data());
            Files.setPosixFilePermissions(settings.data(), PosixFilePermissions.fromString("rwx------"));
            return start(settings);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            throw wrong;
        } catch (IllegalStateException broken) {
            LoggerFactory.getLogger(Central.class).error("the centre cannot start", broken);
            System.exit(1);
            throw broken;
        }
    }

    private static void acknowledge(CompletableFuture<Post> mail, String terminal, Ack ack) {
        var unused = mail.thenAccept(post -> post.send(terminal, Topics.ACK, Ack.FORM.bytes(ack), false));
    }

    private static Broker broker(Settings settings, Rooms rooms) {
        Identity identity = rooms.identity();
        String own = identity.ownSerial();
        return Broker.start(
                new Broker.Plan(
                        settings.data().resolve("broker"),
                        HOST,
                        settings.mqttPort() == 0 ? freePort() : settings.mqttPort(),
                        identity.serverKey(),
                        identity.trust(),
                        identity.password()),
                (name, certificate) -> name.equals(Broker.CENTRE)
                        ? Authority.serial(certificate).equals(own)
                        : rooms.terminals().welcome(name, certificate));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException("no free port", none);
        }
    }
}
