/** The books of a day: what journals, case files and payment orders say of the same money, line by line, and what a supervisor has to settle. Knows store, ingest, trail and registry; never a person's data, never moves money. */
@NullMarked
package io.zizhu.central.day;

import org.jspecify.annotations.NullMarked;
