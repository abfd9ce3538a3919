package io.zizhu.terminal.web;

import org.jspecify.annotations.Nullable;

/**
 * What the doorkeeper looks at in a request; headers that were not sent are null.
 *
 * @param target path and query as sent
 * @param upgrade whether it asks for a WebSocket
 */
record Knock(
        String method,
        String target,
        @Nullable String host,
        @Nullable String origin,
        @Nullable String fetchSite,
        @Nullable String fetchMode,
        boolean upgrade,
        @Nullable String token,
        @Nullable String cookie) {
    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    @Override
    public String toString() {
        return method + " " + path();
    }
}
