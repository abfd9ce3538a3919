/** ESC/POS slip printers (Epson's command set, Chinese by GB18030). Knows the contract and {@code driver.link}; never another driver. */
@NullMarked
package io.zizhu.driver.escpos;

import org.jspecify.annotations.NullMarked;
