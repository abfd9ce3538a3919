/** What every screen is built of: words in two languages, controls with their hooks, the key pad. Never a scene. */
@NullMarked
package io.zizhu.touch.kit;

import org.jspecify.annotations.NullMarked;
