/** The centre's disk: one SQLite file, one writer. Knows no other room of the centre, and never a terminal's hardware or a screen. */
@NullMarked
package io.zizhu.central.store;

import org.jspecify.annotations.NullMarked;
