/** Whole stories on the shipped images, and the rules of the house as tests. Nothing ships from here. */
@NullMarked
package io.zizhu.stories;

import org.jspecify.annotations.NullMarked;
