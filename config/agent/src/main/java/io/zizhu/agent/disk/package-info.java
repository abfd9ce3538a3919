/** The few steps by which bytes come to lie safely on a disk. Knows only the JDK; never what the bytes mean. */
@NullMarked
package io.zizhu.agent.disk;

import org.jspecify.annotations.NullMarked;
