/** The auditor's archive: which rows speak of a case, a terminal or a member of staff, and the proof that a range of them is complete. Knows store, ingest and registry; never what a sealed field hides, never changes a row. */
@NullMarked
package io.zizhu.central.audit;

import org.jspecify.annotations.NullMarked;
