package io.zizhu.touch.crash;

import io.zizhu.service.desk.Desk;
import io.zizhu.service.upkeep.Upkeep;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Mounted by the terminal like the touch screen, and found the same way. Reads orders from the standard input, a line
 * each: {@code visit ITEM}, {@code next}, {@code doubts}, {@code settle}; tells what it sees on the standard output in
 * lines that begin with {@code FACE}.
 */
public final class ScriptedFace implements ServletContainerInitializer {
    private @Nullable ScriptedCitizen citizen;
    private @Nullable ScriptedStaff staff;

    @Override
    public synchronized void onStartup(@Nullable Set<Class<?>> none, ServletContext context) {
        if (context.getAttribute(Desk.class.getName()) instanceof Desk desk) {
            citizen = new ScriptedCitizen(desk, _ -> false, ScriptedFace::say);
        }
        if (context.getAttribute(Upkeep.class.getName()) instanceof Upkeep upkeep) {
            staff = new ScriptedStaff(upkeep, ScriptedFace::say);
        }
        if (citizen != null && staff != null) {
            ScriptedCitizen person = citizen;
            ScriptedStaff officer = staff;
            Thread.ofPlatform().daemon().name("orders").start(() -> listen(person, officer));
        }
    }

    private static void listen(ScriptedCitizen person, ScriptedStaff officer) {
        person.looks();
        try (var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                String[] words = order.split(" ", 2);
                switch (words[0]) {
                    case "visit" -> person.comesFor(words[1]);
                    case "next" -> person.goesOn();
                    case "doubts" -> officer.reads();
                    case "settle" -> officer.settles();
                    default -> say("knows no " + words[0]);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static synchronized void say(String line) {
        System.out.println("FACE " + line);
        System.out.flush();
    }
}
