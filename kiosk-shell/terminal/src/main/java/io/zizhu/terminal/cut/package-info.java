/** Where a bench may pull the terminal's plug: training only. Knows the ports alone; never what stands behind them. */
@NullMarked
package io.zizhu.terminal.cut;

import org.jspecify.annotations.NullMarked;
