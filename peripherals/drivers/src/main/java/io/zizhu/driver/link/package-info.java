/** The lines that bytes come in by: serial, USB, TCP, in memory. The only room that knows jSerialComm and usb4java; knows the contract's patience and faults, never a protocol. */
@NullMarked
package io.zizhu.driver.link;

import org.jspecify.annotations.NullMarked;
