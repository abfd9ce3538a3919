/** What is around every view: the page's style and icon, the words in both languages, and what is said where there is no view. Knows Vaadin; never a view, and never the fleet. */
@NullMarked
package io.zizhu.console.shell;

import org.jspecify.annotations.NullMarked;
