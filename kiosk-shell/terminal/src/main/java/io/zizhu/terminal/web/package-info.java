/**
 * The terminal's front door: two surfaces on the loopback, who may come in, and what is read without a key. Never a
 * Vaadin class, a device, or another room of the terminal.
 */
@NullMarked
package io.zizhu.terminal.web;

import org.jspecify.annotations.NullMarked;
