/**
 * One strict reader and one canonical writer of JSON (RFC 8785), and the small tools by which every form is read at the
 * door. Knows only the JDK and JSpecify; never another room, never I/O.
 */
@NullMarked
package io.zizhu.wire.json;

import org.jspecify.annotations.NullMarked;
