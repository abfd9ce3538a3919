/** Thousands of visits with accidents through the real counter and the real journal, in one process: what must not drift, and what must not grow. */
@NullMarked
package io.zizhu.soak;

import org.jspecify.annotations.NullMarked;
