/** What is written into a chip: the files of Doc 9303-10 for a synthetic person, signed by a pretend country. Knows {@code peer.people} and {@code passport.tlv}; never a real person. */
@NullMarked
package io.zizhu.sim.peer.passport.book;

import org.jspecify.annotations.NullMarked;
