/** What each terminal said: rows once each, in an unbroken chain, and its live state. Knows store, rollout and config/wire; never what a sealed field hides. */
@NullMarked
package io.zizhu.central.ingest;

import org.jspecify.annotations.NullMarked;
