package io.zizhu.device.cabinet;

import io.zizhu.device.Device;

/** Doors, lights and sensors; no driver of the field is in the house yet, so it only says whether it is there. */
public interface Cabinet extends Device {}
