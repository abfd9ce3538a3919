/**
 * What a terminal tells the centre about itself. Knows {@code wire.json} and {@code wire.chain}; never personal data.
 */
@NullMarked
package io.zizhu.wire.report;

import org.jspecify.annotations.NullMarked;
