/** The citizen's screen: a view for each kind of scene, and the frame around it. Never the staff's screens. */
@NullMarked
package io.zizhu.touch.scene;

import org.jspecify.annotations.NullMarked;
