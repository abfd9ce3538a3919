package io.zizhu.terminal.tenant;

import io.zizhu.agent.rollout.Tenant;
import io.zizhu.wire.bundle.Section;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A tenant that keeps what its section says. The agent's thread checks and accepts; any thread reads the value that
 * holds now.
 */
public final class Held<T> implements Tenant, Supplier<T> {
    private final Form<T> form;
    private final Consumer<T> taken;
    private volatile Optional<T> value = Optional.empty();

    /**
     * How a section is read.
     *
     * @param schema id of the form of bytes that is written today
     * @param older ids of forms that are still read
     */
    public record Form<T>(String section, String schema, Set<String> older, Reader<T> reader) {
        public Form {
            older = Set.copyOf(older);
        }

        /** A section that never had another form. */
        public Form(String section, String schema, Reader<T> reader) {
            this(section, schema, Set.of(), reader);
        }
    }

    /** Reads and judges the bytes of a section. */
    public interface Reader<T> {
        T read(byte[] bytes) throws Refusal;
    }

    /** @param taken hears each new value after it holds */
    public Held(Form<T> form, Consumer<T> taken) {
        this.form = form;
        this.taken = taken;
    }

    @Override
    public String section() {
        return form.section();
    }

    @Override
    public Heard check(Section section) {
        try {
            read(section);
            return new Heard.Accepted();
        } catch (Refusal refusal) {
            return new Heard.Refused(refusal.what());
        }
    }

    @Override
    public Heard accept(Section section) {
        try {
            T fresh = read(section);
            value = Optional.of(fresh);
            taken.accept(fresh);
            return new Heard.Accepted();
        } catch (Refusal refusal) {
            return new Heard.Refused(refusal.what());
        }
    }

    private T read(Section section) throws Refusal {
        if (!section.schema().equals(form.schema()) && !form.older().contains(section.schema())) {
            throw new Refusal(form.section(), "schema", section.schema(), "this software reads " + form.schema());
        }
        return form.reader().read(section.bytes().bytes());
    }

    /** What holds now. */
    @Override
    public T get() {
        return value.orElseThrow(() -> new IllegalStateException("section " + form.section() + " was never accepted"));
    }
}
