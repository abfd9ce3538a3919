package io.zizhu.service.port;

import io.zizhu.catalogue.Words;
import io.zizhu.device.printer.Slip;
import java.util.List;

/** Makes what is printed; pure in effect, any thread. */
public interface Paper {
    Typeset certificate(Certificate certificate);

    /** A slip of these rows; characters that the printer has no glyphs of are drawn. */
    Slip slip(List<Row> rows);

    /** A page that says that the printer works, without any real number. */
    byte[] testPage();

    sealed interface Typeset {
        record Pdf(byte[] bytes) implements Typeset {}

        /**
         * No font of the chain has this character: an officer must write it.
         *
         * @param codePoint such as {@code U+2F81A}
         */
        record NoGlyph(String codePoint) implements Typeset {}
    }

    sealed interface Row {
        record Title(Words words) implements Row {}

        record Pair(Words label, String value) implements Row {}

        record Note(Words words) implements Row {}

        record Qr(String content) implements Row {}

        record Rule() implements Row {}
    }
}
