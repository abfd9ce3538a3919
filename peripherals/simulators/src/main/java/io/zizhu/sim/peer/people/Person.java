package io.zizhu.sim.peer.people;

import java.nio.file.Path;

/**
 * One synthetic person, with all card fields.
 *
 * @param id such as {@code p01}
 * @param sex {@code M} or {@code F}
 * @param nation GB/T 3304 code, two digits
 * @param validTo {@code yyyymmdd} or 长期
 * @param pictures the folder with id-photo.jpg, live-1.jpg and so on
 * @param known whether the training register knows the number
 */
public record Person(
        String id,
        String name,
        String sex,
        String nation,
        String birth,
        String address,
        String number,
        String authority,
        String validFrom,
        String validTo,
        Path pictures,
        boolean known) {

    /** Where a picture of this person lies, such as {@code live-1}. */
    public Path picture(String which) {
        return pictures.resolve(which + ".jpg");
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
