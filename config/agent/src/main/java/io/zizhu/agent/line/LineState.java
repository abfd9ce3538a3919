package io.zizhu.agent.line;

import java.time.Instant;

/**
 * Whether the line stands.
 *
 * @param reason why not, in technician's words; empty while it does
 */
public record LineState(boolean connected, Instant since, String reason) {}
