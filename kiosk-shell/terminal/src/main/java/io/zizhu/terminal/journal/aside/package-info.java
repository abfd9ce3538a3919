/**
 * A journal that was set aside: what can still be read of it becomes doubts for a person. Nothing in it is believed enough
 * to act on. Never writes to it, never the living journal.
 */
@NullMarked
package io.zizhu.terminal.journal.aside;

import org.jspecify.annotations.NullMarked;
