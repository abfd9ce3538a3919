/**
 * What makes a journal provable to strangers: the key that signs its heads, and the tool that checks a copied journal
 * without terminal or centre. Never the living journal, a device, a screen, or another room of the terminal.
 */
@NullMarked
package io.zizhu.terminal.proof;

import org.jspecify.annotations.NullMarked;
