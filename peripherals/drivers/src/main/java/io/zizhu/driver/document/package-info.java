/** Takes pictures of documents that lie on a dark tray, with OpenCV. Knows the contract and {@code driver.camera}; never another driver, a screen, or what a document says. */
@NullMarked
package io.zizhu.driver.document;

import org.jspecify.annotations.NullMarked;
