/** The training back office: the register, decisions, cases and certificates. Knows store, signing, rollout's catalogue and config/wire; never the broker or the console. */
@NullMarked
package io.zizhu.central.backoffice;

import org.jspecify.annotations.NullMarked;
