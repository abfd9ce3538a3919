package io.zizhu.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinSession;
import io.zizhu.central.backoffice.CheckDesk;
import io.zizhu.central.backoffice.OfficerCases;
import io.zizhu.central.fleet.Books;
import io.zizhu.central.fleet.CentreArchive;
import io.zizhu.central.fleet.CentreBooks;
import io.zizhu.central.fleet.CentreFleet;
import io.zizhu.central.fleet.Fleet;
import io.zizhu.central.fleet.Fleet.DraftLine;
import io.zizhu.central.fleet.Fleet.Technician;
import io.zizhu.central.ingest.Alarms;
import io.zizhu.central.ingest.Chains;
import io.zizhu.central.ingest.Presences;
import io.zizhu.central.ingest.Visits;
import io.zizhu.central.registry.Authority;
import io.zizhu.central.registry.Supervisors;
import io.zizhu.central.registry.Technicians;
import io.zizhu.central.registry.Terminals;
import io.zizhu.central.rollout.Drafts;
import io.zizhu.central.rollout.Sections;
import io.zizhu.central.signing.Director;
import io.zizhu.central.signing.KeyCabinet;
import io.zizhu.central.signing.Notary;
import io.zizhu.central.store.Store;
import io.zizhu.console.shell.Texts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The views without a browser, over the real façade and a store of their own. */
@ViewPackages(classes = Login.class)
class ConsoleTest extends BrowserlessTest {
    @TempDir
    Path folder;

    private Store store;
    private Fleet fleet;

    @BeforeEach
    void open() throws Exception {
        seed();
        Clock clock = Clock.systemUTC();
        store = new Store(folder.resolve("centre.db"));
        KeyCabinet keys = KeyCabinet.open(folder.resolve("keys"));
        Authority authority = Authority.open(folder.resolve("ca.p12"), "test".toCharArray(), clock);
        var sections = new Sections(store);
        sections.seed(folder.resolve("seed"));
        var rollouts = new io.zizhu.central.rollout.Rollouts(store, new Director(keys, clock), (_, _) -> {}, clock);
        fleet = new CentreFleet(new CentreFleet.Rooms(
                store,
                new Technicians(store, clock),
                new Terminals(store, authority, clock),
                new Presences(store, clock),
                new Visits(store),
                new Chains(store, clock),
                new Alarms(store),
                sections,
                new Drafts(store, rollouts, clock),
                rollouts,
                new CheckDesk(store, new Notary(keys)),
                new OfficerCases(store),
                new CentreBooks(store, clock),
                new CentreArchive(store, clock),
                _ -> {},
                () -> true));
        var context = (VaadinServletContext) VaadinService.getCurrent().getContext();
        context.getContext().setAttribute(Fleet.ATTRIBUTE, fleet);
    }

    private void seed() throws Exception {
        Path seed = Files.createDirectories(folder.resolve("seed/catalogue"));
        Files.writeString(seed.resolveSibling("welcome.json"), "{\"zh\":\"您好\",\"en\":\"Hello\"}");
        Files.writeString(seed.resolve("query.yaml"), """
            code: query
            version: 1
            name: {zh: 查询, en: Query}
            summary: {zh: 查询, en: Query}
            fee: 0
            minutes: 1
            bring:
              - {zh: 身份证, en: Your card}
            steps:
              - identify: {}
            """);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void nobody_sees_a_view_who_has_not_logged_in() {
        for (String path : new String[] {"", "changes", "rollouts", "watch", "books", "audit", "terminal/T1"}) {
            UI.getCurrent().navigate(path);
            assertInstanceOf(Login.class, getCurrentView(), path);
        }
    }

    @Test
    void a_draft_can_be_approved_by_another_technician_only() {
        enter("tech-a");
        navigate(Changes.class);
        test(find(TextArea.class).withAttribute("data-field", "welcome-zh").single())
                .setValue("欢迎光临");
        test(act("keep-welcome")).click();
        assertEquals("欢迎光临", fleet.drafts().getFirst().changes().getFirst().after());
        assertFalse(decision().getChildren().anyMatch(ConsoleTest::approves));

        enter("tech-b");
        navigate(io.zizhu.console.Terminals.class);
        navigate(Changes.class);
        Component approve = decision()
                .getChildren()
                .filter(ConsoleTest::approves)
                .findFirst()
                .orElseThrow();
        ((Button) approve).click();
        assertEquals("published", fleet.drafts().getFirst().state());
        assertEquals("欢迎光临", fleet.welcome().zh());
        assertEquals(1, fleet.rollouts().size());
    }

    @Test
    void an_exception_about_money_is_settled_by_two_people_and_each_act_is_found_by_the_auditor() {
        store.run(sql -> sql.change("INSERT INTO terminal (id, joined_at, serial, ends_at) VALUES ('T1', 1, '00', 2)"));
        store.run(sql -> sql.change(
                "INSERT INTO matter (number, terminal, case_key, item, asked, state, person, fee, receipt, request, "
                        + "answer, made_at) VALUES ('SL1','T1','k','i','accept','TAKEN','p',2000,'p/1/2',x'',x'',?)",
                java.time.Instant.now().minusSeconds(1200)));
        store.run(sql -> {
            Supervisors.name(sql, "supervisor-a");
            Supervisors.name(sql, "supervisor-b");
        });
        enter("tech-a");
        navigate(Audit.class);
        assertTrue(find(TextField.class).all().isEmpty(), "no search for a technician");
        enter("supervisor-a");
        navigate(Accounts.class);
        var day = find(com.vaadin.flow.component.datepicker.DatePicker.class).single();
        test(day).setValue(java.time.LocalDate.ofInstant(java.time.Instant.now().minusSeconds(1200), Books.ZONE));
        Books.ExceptionLine line = fleet.books().exceptions(true).getFirst();
        assertEquals("NOT_CHARGED", line.verdict());
        assertEquals(new Books.Settled.Done(), fleet.books().take(Counter.someone(), line.id()));
        assertEquals(new Books.Settled.Done(), fleet.books().settle(Counter.someone(), line.id(), "found"));
        enter("tech-b");
        assertEquals(new Books.Settled.NotSupervisor(), fleet.books().agree(Counter.someone(), line.id()));
        enter("supervisor-b");
        assertEquals(new Books.Settled.Done(), fleet.books().agree(Counter.someone(), line.id()));
        navigate(Audit.class);
        test(find(TextField.class).withAttribute("data-field", "case").single()).setValue("SL1");
        test(act("search")).click();
        assertEquals(3, test(findInView(Grid.class).single()).size());
    }

    @Test
    void both_languages_have_every_word() throws Exception {
        assertEquals(keys("zh"), keys("en"));
        var texts = new Texts();
        assertEquals("Terminals", texts.getTranslation("nav.terminals", Locale.ENGLISH));
        assertEquals("终端", texts.getTranslation("nav.terminals", Locale.SIMPLIFIED_CHINESE));
        assertEquals("终端", texts.getTranslation("nav.terminals", Locale.FRENCH));
    }

    @Test
    void a_terminal_that_comes_appears_with_the_next_look() {
        enter("tech-a");
        navigate(io.zizhu.console.Terminals.class);
        Grid<?> grid = findInView(Grid.class).single();
        assertEquals(0, test(grid).size());
        store.run(sql -> sql.change(
                "INSERT INTO terminal (id, joined_at, serial, ends_at, online) VALUES ('T1', 1, '00', 2, 1)"));
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertEquals(1, test(grid).size());
        navigate(TerminalPage.class, "T1");
        assertEquals("T1", findInView(H2.class).all().getFirst().getText());
    }

    private static boolean approves(Component each) {
        return "approve".equals(each.getElement().getAttribute("data-act"));
    }

    private Button act(String name) {
        return find(Button.class).withAttribute("data-act", name).single();
    }

    @SuppressWarnings("unchecked")
    private Component decision() {
        Grid<DraftLine> grid = findInView(Grid.class).single();
        return grid.getColumns().getLast().getRenderer()
                        instanceof com.vaadin.flow.data.renderer.ComponentRenderer<?, ?> one
                ? ((com.vaadin.flow.data.renderer.ComponentRenderer<Component, DraftLine>) one)
                        .createComponent(fleet.drafts().getFirst())
                : new Span();
    }

    private static void enter(String name) {
        VaadinSession.getCurrent().setAttribute(Technician.class, new Technician(name));
    }

    private static Set<Object> keys(String language) throws Exception {
        var words = new Properties();
        try (var in = ConsoleTest.class.getResourceAsStream("words_" + language + ".properties")) {
            words.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return Set.copyOf(words.keySet());
    }
}
