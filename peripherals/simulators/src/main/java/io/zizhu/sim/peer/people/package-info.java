/** The synthetic people of the training register, as the bench hands them cards and faces. Knows only {@code sim.json}; never a driver, never a real person. */
@NullMarked
package io.zizhu.sim.peer.people;

import org.jspecify.annotations.NullMarked;
