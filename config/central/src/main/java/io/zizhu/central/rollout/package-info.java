/** What each terminal should be: sections, drafts that a second person approves, signed bundles, rings. Knows store, registry, signing and config/catalogue; never the broker or the web, which it rings through a doorbell. */
@NullMarked
package io.zizhu.central.rollout;

import org.jspecify.annotations.NullMarked;
