package io.zizhu.device.finger;

import io.zizhu.device.Device;

/** Compares a finger with a template; no driver of the field is in the house yet, so it only says whether it is there. */
public interface FingerReader extends Device {}
