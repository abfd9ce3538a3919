package io.zizhu.driver.camera;

/**
 * One picture as it came, JPEG. Shared between threads: nobody writes into the bytes. Withheld like a portrait.
 *
 * @param number counts from 1 as frames arrive; a repeated picture is a new frame
 * @param nanos {@link System#nanoTime} of its arrival
 */
public record Frame(long number, long nanos, byte[] jpeg) {
    public boolean younger(long nanosOld) {
        return System.nanoTime() - nanos < nanosOld;
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
