/** Measures of the shipped images, each beside its bare alternative in the same run. Mains, no tests; never an assertion. */
@NullMarked
package io.zizhu.measure;

import org.jspecify.annotations.NullMarked;
