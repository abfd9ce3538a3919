/**
 * The journal's file and the room it needs on the disk: opened, looked at, set aside, held back. Never what the rows mean,
 * never another room of the terminal.
 */
@NullMarked
package io.zizhu.terminal.journal.disk;

import org.jspecify.annotations.NullMarked;
