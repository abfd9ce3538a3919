package io.zizhu.service.desk;

import io.zizhu.device.camera.Portrait;
import io.zizhu.service.flow.Act;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The citizen's counter, the one object that the touch screen talks to. Found in the servlet context under the name of
 * this interface. Any thread.
 */
public interface Desk {
    /**
     * Hears what to show: at once what stands now, then every change, on a thread of the desk; must not block.
     *
     * @return close it to hear no more
     */
    Watch watch(Consumer<Shown> screen);

    /**
     * Tells what the citizen did. Does nothing where the screen has moved on since.
     *
     * @param seen the number of the {@link Shown} that the citizen saw
     */
    void act(long seen, Act act);

    /**
     * A picture of the present visit: {@code preview}, {@code register}, {@code live}.
     *
     * @param visit must be the present visit's word, otherwise nothing is given
     */
    Optional<Portrait> picture(String visit, String name);

    /** A screen that listens. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
