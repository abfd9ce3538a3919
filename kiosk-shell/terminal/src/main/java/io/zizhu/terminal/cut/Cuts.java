package io.zizhu.terminal.cut;

import io.zizhu.agent.line.Outbox;
import io.zizhu.device.Patience;
import io.zizhu.service.port.Devices;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Asks the bench "may I go on?" before and after every row that is written and every operation of a device, so that a
 * test can end this process at just that place. Without a bench every port stays what it is; only the training profile
 * may name one. Any thread; a caller's interruption does not disturb the question.
 */
public final class Cuts {
    private final Optional<Asking> asking;

    /** @param bench the bench's address, where it was started with cuts; empty: nothing is asked */
    public Cuts(Optional<URI> bench) {
        this.asking = bench.map(at -> new Asking(HttpClient.newHttpClient(), at.resolve("/cuts/reached")));
    }

    /** Asks around every row: {@code journal before intent charge}, {@code journal after intent charge}. */
    public Journal journal(Journal real) {
        return around(Journal.class, real, call -> call.first(Entry.class)
                .map(row -> "journal %s " + call.name() + " " + row.kind()));
    }

    /** Asks around every acknowledgement: {@code outbox before acknowledge}. */
    public Outbox outbox(Outbox real) {
        return around(
                Outbox.class, real, call -> Optional.of("outbox %s acknowledge").filter(_ -> call.is("acknowledge")));
    }

    /** Asks around everything that may wait for a device: {@code operation before charge}. */
    public Devices devices(Devices real) {
        return around(Devices.class, real, call -> call.first(Patience.class).map(_ -> "operation %s " + call.name()));
    }

    private record Call(String name, Object[] given) {
        boolean is(String method) {
            return name.equals(method);
        }

        <T> Optional<T> first(Class<T> kind) {
            return Stream.of(given).filter(kind::isInstance).map(kind::cast).findFirst();
        }
    }

    private record Asking(HttpClient http, URI door) {
        void reached(String place) {
            HttpRequest question = HttpRequest.newBuilder(door)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"at\":\"" + place + "\"}"))
                    .build();
            int status = http.sendAsync(question, HttpResponse.BodyHandlers.discarding())
                    .join()
                    .statusCode();
            if (status != 204) {
                throw new IllegalStateException("the bench answers " + status + " to " + door);
            }
        }
    }

    /** A call by any method of the port is handed on as it is; one that the naming names is asked for around it. */
    private <T> T around(Class<T> port, T real, Function<Call, Optional<String>> naming) {
        if (asking.isEmpty()) {
            return real;
        }
        Asking bench = asking.get();
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    Object[] given = arguments == null ? new Object[0] : arguments;
                    Optional<String> place = naming.apply(new Call(method.getName(), given));
                    place.ifPresent(words -> bench.reached(words.formatted("before")));
                    try {
                        Object answer = method.invoke(real, given);
                        place.ifPresent(words -> bench.reached(words.formatted("after")));
                        return answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause() == null ? thrown : thrown.getCause();
                    }
                }));
    }
}
