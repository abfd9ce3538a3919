/** Where pictures of the person before the kiosk come from. Knows the contract, the JDK and OpenCV's capture; never a face, another driver, a screen or a file of the kiosk's own. */
@NullMarked
package io.zizhu.driver.camera;

import org.jspecify.annotations.NullMarked;
