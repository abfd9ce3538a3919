package io.zizhu.central.day;

import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One journal row about money, by its open facts.
 *
 * @param key of the row within its terminal, {@code epoch/seq}
 * @param of key of the intent that this row answers; empty for others
 * @param intent whether the row waits for an outcome
 */
record Fact(String key, String of, Instant at, String kind, boolean intent, Map<String, String> open) {
    Fact {
        open = Map.copyOf(open);
    }

    static Fact of(int epoch, ChainRow row) {
        var open = new LinkedHashMap<String, String>();
        row.open().members().forEach((name, value) -> {
            if (value instanceof Json.Text(String text)) {
                open.put(name, text);
            }
        });
        boolean intent = "intent".equals(open.remove("_is"));
        String of = row.open().members().get("_of") instanceof Json.Num(double seq) ? epoch + "/" + (long) seq : "";
        return new Fact(epoch + "/" + row.seq(), of, row.at(), row.kind(), intent, open);
    }

    String word(String name) {
        return open.getOrDefault(name, "");
    }

    /** An amount in fen; 0 where the row says none. */
    long fen(String name) {
        String text = word(name);
        return text.matches("-?\\d{1,15}") ? Long.parseLong(text) : 0;
    }
}
