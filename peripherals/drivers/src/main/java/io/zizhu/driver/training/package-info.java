/**
 * Devices without a public wire, for training only: one documented line protocol to the bench ({@code docs/training-line.md}). Knows the contract, {@code driver.link} and what a class of devices shares; never another driver, a screen or a simulator.
 *
 * <p>The line, in short: text over TCP, a line each, {@code >WORD ID key=value … #CHECK}. The terminal says {@code ask}
 * and {@code cancel}; the device answers {@code heard}, then {@code note} and {@code still} while it works, then exactly
 * one {@code done}.
 */
@NullMarked
package io.zizhu.driver.training;

import org.jspecify.annotations.NullMarked;
