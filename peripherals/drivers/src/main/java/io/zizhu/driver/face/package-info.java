/** Compares the person before the camera with a picture, frame by frame, with OpenCV and the models of one folder. Knows the contract, {@code driver.camera} and its own {@code model} and {@code sight}; never a screen, a wire, or what follows from a verdict. */
@NullMarked
package io.zizhu.driver.face;

import org.jspecify.annotations.NullMarked;
