package io.zizhu.sim.peer.passport.crypt;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Block ciphers in the modes that chips use, and both message codes made of them. */
public final class Block {
    private Block() {}

    public static byte[] des3(boolean encrypt, byte[] key, byte[] text) {
        byte[] three = Arrays.copyOf(key, 24);
        System.arraycopy(key, 0, three, 16, 8);
        return cbc("DESede", encrypt, three, new byte[8], text);
    }

    public static byte[] aes(boolean encrypt, byte[] key, byte[] iv, byte[] text) {
        return cbc("AES", encrypt, key, iv, text);
    }

    public static byte[] aesBlock(byte[] key, byte[] block) {
        return aes(true, key, new byte[16], block);
    }

    /** ISO 9797-1, MAC algorithm 3 over text that is padded already; 8 bytes. */
    public static byte[] retailMac(byte[] key, byte[] padded) {
        byte[] left = Arrays.copyOf(key, 8);
        byte[] right = Arrays.copyOfRange(key, 8, 16);
        byte[] chain = cbc("DES", true, left, new byte[8], padded);
        byte[] last = Arrays.copyOfRange(chain, chain.length - 8, chain.length);
        return cbc("DES", true, left, new byte[8], cbc("DES", false, right, new byte[8], last));
    }

    /** NIST SP 800-38B, cut to 8 bytes. */
    public static byte[] cmac(byte[] key, byte[] text) {
        byte[] one = doubled(aesBlock(key, new byte[16]));
        int blocks = Math.max(1, (text.length + 15) / 16);
        boolean whole = text.length == blocks * 16;
        byte[] padded = Arrays.copyOf(text, blocks * 16);
        if (!whole) {
            padded[text.length] = (byte) 0x80;
        }
        byte[] mask = whole ? one : doubled(one);
        for (int i = 0; i < 16; i++) {
            padded[padded.length - 16 + i] ^= mask[i];
        }
        byte[] chain = aes(true, key, new byte[16], padded);
        return Arrays.copyOfRange(chain, chain.length - 16, chain.length - 8);
    }

    private static byte[] doubled(byte[] block) {
        byte[] twice = new byte[16];
        for (int i = 0; i < 16; i++) {
            twice[i] = (byte) ((block[i] << 1) | (i < 15 ? (block[i + 1] & 0x80) >> 7 : 0));
        }
        if ((block[0] & 0x80) != 0) {
            twice[15] ^= (byte) 0x87;
        }
        return twice;
    }

    /** ISO 9797-1, padding method 2: 80, then zeros up to a whole block. */
    public static byte[] pad(byte[] text, int block) {
        byte[] padded = Arrays.copyOf(text, (text.length / block + 1) * block);
        padded[text.length] = (byte) 0x80;
        return padded;
    }

    /** @throws IllegalArgumentException where no padding is there */
    public static byte[] unpad(byte[] text) {
        int end = text.length - 1;
        while (end >= 0 && text[end] == 0) {
            end--;
        }
        if (end < 0 || text[end] != (byte) 0x80) {
            throw new IllegalArgumentException("no padding");
        }
        return Arrays.copyOf(text, end);
    }

    private static byte[] cbc(String algorithm, boolean encrypt, byte[] key, byte[] iv, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(algorithm + "/CBC/NoPadding");
            cipher.init(
                    encrypt ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, algorithm),
                    new IvParameterSpec(iv));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException odd) {
            throw new IllegalArgumentException("not whole blocks of " + algorithm, odd);
        }
    }
}
