/** The lines that bytes come in by: serial, TCP, in memory. The only room that knows jSerialComm; knows the contract's patience and faults, never a protocol. */
@NullMarked
package io.zizhu.driver.link;

import org.jspecify.annotations.NullMarked;
