package io.zizhu.device.dispense;

import io.zizhu.device.Device;

/** Hands out cards and booklets; no driver of the field is in the house yet, so it only says whether it is there. */
public interface Dispenser extends Device {}
