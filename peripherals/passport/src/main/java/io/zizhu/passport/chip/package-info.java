/** The chip of a travel document over PC/SC: JMRTD speaks with it, one thread of the platform carries the native calls. Knows the contract and the zone's parser beside it; never a screen, never another driver. */
@NullMarked
package io.zizhu.passport.chip;

import org.jspecify.annotations.NullMarked;
