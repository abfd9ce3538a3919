/** Finds a face, makes numbers of it and compares two of them, with OpenCV and the models of one folder. Knows the contract, {@code driver.camera} and OpenCV; never a screen, a wire, or what follows from a verdict. */
@NullMarked
package io.zizhu.driver.face;

import org.jspecify.annotations.NullMarked;
