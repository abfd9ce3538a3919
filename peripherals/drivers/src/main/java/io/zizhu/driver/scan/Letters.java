package io.zizhu.driver.scan;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Optional;

/** Reads a code's bytes as text, strictly: what is no text in this charset, or holds control characters, is no code. */
final class Letters {
    private Letters() {}

    /**
     * The letters, without the CR and LF that some scanners leave at the end.
     *
     * @return empty where these bytes are no such text, or nothing is left; the array belongs to the caller
     */
    static Optional<char[]> of(byte[] bytes, Charset charset) {
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] == '\r' || bytes[end - 1] == '\n')) {
            end--;
        }
        CharBuffer text;
        try {
            text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, end));
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
        char[] letters = new char[text.remaining()];
        text.get(letters);
        Arrays.fill(text.array(), '\0');
        for (char letter : letters) {
            if (Character.isISOControl(letter)) {
                Arrays.fill(letters, '\0');
                return Optional.empty();
            }
        }
        return letters.length == 0 ? Optional.empty() : Optional.of(letters);
    }
}
