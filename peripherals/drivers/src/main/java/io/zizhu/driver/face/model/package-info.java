/** The models on disk, checked, and the form OpenCV runs them in. Knows the contract's fault and OpenCV's nets; never a picture or a camera. */
@NullMarked
package io.zizhu.driver.face.model;

import org.jspecify.annotations.NullMarked;
