package io.zizhu.device.power;

import io.zizhu.device.Device;

/** Tells whether mains power is there; {@code media} is FULL on mains, LOW on battery, OUT when the battery ends. */
public interface Ups extends Device {}
