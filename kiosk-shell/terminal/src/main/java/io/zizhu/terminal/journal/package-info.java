/**
 * The journal on disk: chained rows, intents and outcomes, supplies and the outbox in one SQLite file. Never a device, a
 * screen, paper, or another room of the terminal.
 */
@NullMarked
package io.zizhu.terminal.journal;

import org.jspecify.annotations.NullMarked;
