/** Payment by code: a pad without hardware, whose money is moved by the centre's payment back office. Knows {@code io.zizhu.device} and {@code service.port}; never another room of the terminal, a wire or a screen. */
@NullMarked
package io.zizhu.terminal.pay;

import org.jspecify.annotations.NullMarked;
