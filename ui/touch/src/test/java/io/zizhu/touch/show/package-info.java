/** A showroom of every scene, for tests and for looking at: pretend counters, a web server, a browser. */
@NullMarked
package io.zizhu.touch.show;

import org.jspecify.annotations.NullMarked;
