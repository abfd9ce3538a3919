/** The SAM_V protocol of desktop readers for PRC identity cards (GA 450). Knows the contract and {@code driver.link}; never another driver. */
@NullMarked
package io.zizhu.driver.sam;

import org.jspecify.annotations.NullMarked;
