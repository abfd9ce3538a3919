/**
 * The devices bound to this terminal: who may be bound, a keeper for each, and what a missed act means. Never a driver by
 * name, the journal, or another room of the terminal.
 */
@NullMarked
package io.zizhu.terminal.devices;

import org.jspecify.annotations.NullMarked;
