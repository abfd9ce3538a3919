/** What one picture shows: faces, their points, their numbers. Knows {@code driver.face.model} and OpenCV; never a camera, a wire or a verdict. */
@NullMarked
package io.zizhu.driver.face.sight;

import org.jspecify.annotations.NullMarked;
