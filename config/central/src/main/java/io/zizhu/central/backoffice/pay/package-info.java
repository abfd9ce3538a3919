/** The payment back office: orders, each for one amount for ever, and the acquirer behind them, which in training is a double. Knows store and config/wire; never a terminal, a person or a case. */
@NullMarked
package io.zizhu.central.backoffice.pay;

import org.jspecify.annotations.NullMarked;
