package io.zizhu.central.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.central.TestClock;
import io.zizhu.central.TestTerminal;
import io.zizhu.central.registry.Terminals.Joining;
import io.zizhu.central.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {
    private static final char[] PASSWORD = "test".toCharArray();

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private Store store;
    private Authority authority;
    private Terminals terminals;

    @BeforeEach
    void open() {
        store = new Store(folder.resolve("centre.db"));
        authority = Authority.open(folder.resolve("ca.p12"), PASSWORD, clock);
        terminals = new Terminals(store, authority, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_join_code_pins_the_authority_and_lets_one_terminal_in_once() throws Exception {
        String code = terminals.newCode();
        assertTrue(code.matches("[A-Z2-9]{8}-[0-9a-f]{16}"), code);
        assertTrue(Pem.fingerprint(authority.certificate()).startsWith(code.substring(9)));
        String wrong = (code.charAt(0) == 'A' ? "B" : "A") + code.substring(1);
        assertInstanceOf(
                Joining.Refused.class, terminals.join(wrong, TestTerminal.make().request()));
        assertInstanceOf(Joining.Refused.class, terminals.join(code, "no request at all"));
        var joined = assertInstanceOf(
                Joining.Joined.class, terminals.join(code, TestTerminal.make().request()));
        joined.certificate().verify(authority.certificate().getPublicKey());
        assertEquals(
                "CN=" + joined.terminal(),
                joined.certificate().getSubjectX500Principal().getName());
        assertTrue(terminals.welcome(joined.terminal(), joined.certificate()));
        assertFalse(terminals.welcome("another", joined.certificate()));
        assertInstanceOf(
                Joining.Refused.class, terminals.join(code, TestTerminal.make().request()));
        String late = terminals.newCode();
        clock.pass(Duration.ofHours(25));
        assertInstanceOf(
                Joining.Refused.class, terminals.join(late, TestTerminal.make().request()));
    }

    @Test
    void a_renewed_certificate_replaces_the_old_one_and_none_holds_after_revocation_or_its_end() throws Exception {
        TestTerminal terminal = TestTerminal.make();
        var first = (Joining.Joined) terminals.join(terminals.newCode(), terminal.request());
        clock.pass(Duration.ofDays(60));
        var second = (Joining.Joined) terminals.renew(first.terminal(), terminal.request());
        assertFalse(terminals.welcome(first.terminal(), first.certificate()));
        assertTrue(terminals.welcome(first.terminal(), second.certificate()));
        clock.pass(Duration.ofDays(91));
        assertFalse(terminals.welcome(first.terminal(), second.certificate()));
        var third = (Joining.Joined) terminals.renew(first.terminal(), terminal.request());
        assertTrue(terminals.revoke(first.terminal()));
        assertFalse(terminals.welcome(first.terminal(), third.certificate()));
        assertInstanceOf(Joining.Refused.class, terminals.renew(first.terminal(), terminal.request()));
    }

    @Test
    void the_authority_outlives_a_restart_and_its_key_file_is_closed_to_others() throws Exception {
        Authority again = Authority.open(folder.resolve("ca.p12"), PASSWORD, clock);
        assertEquals(authority.certificate(), again.certificate());
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("ca.p12"))));
    }

    @Test
    void two_technicians_and_two_supervisors_are_made_once_and_neither_password_nor_token_lies_in_the_database()
            throws Exception {
        var technicians = new Technicians(store, clock);
        String token = technicians.firstToken().orElseThrow();
        Map<String, String> made = technicians.first(folder.resolve("accounts.txt"), Optional.of(token));
        assertEquals(List.of("tech-a", "tech-b", "supervisor-a", "supervisor-b"), List.copyOf(made.keySet()));
        assertEquals(
                List.of(false, true, false),
                store.keep(sql -> List.of(
                        Supervisors.is(sql, "tech-a"),
                        Supervisors.is(sql, "supervisor-b"),
                        Supervisors.is(sql, "nobody"))));
        assertTrue(technicians
                .first(folder.resolve("accounts.txt"), Optional.empty())
                .isEmpty());
        assertTrue(technicians.firstToken().isEmpty());
        assertTrue(technicians.knows(token));
        assertFalse(technicians.knows(token + "x"));
        assertEquals(
                "tech-a",
                technicians
                        .login("tech-a", made.get("tech-a").toCharArray())
                        .orElseThrow()
                        .name());
        assertTrue(technicians.login("tech-a", made.get("tech-b").toCharArray()).isEmpty());
        assertTrue(technicians.login("nobody", new char[0]).isEmpty());
        store.close();
        String bytes = new String(Files.readAllBytes(folder.resolve("centre.db")), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(made.get("tech-a")) || bytes.contains(token));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("accounts.txt"))));
        store = new Store(folder.resolve("centre.db"));
    }

    @Test
    void a_name_is_closed_for_a_while_after_five_wrong_passwords() {
        var technicians = new Technicians(store, clock);
        char[] right = technicians
                .first(folder.resolve("accounts.txt"), Optional.empty())
                .get("tech-b")
                .toCharArray();
        for (int i = 0; i < 5; i++) {
            assertTrue(technicians.login("tech-b", "wrong".toCharArray()).isEmpty());
        }
        assertTrue(technicians.login("tech-b", right).isEmpty());
        clock.pass(Duration.ofSeconds(31));
        assertNotEquals(Optional.empty(), technicians.login("tech-b", right));
    }
}
