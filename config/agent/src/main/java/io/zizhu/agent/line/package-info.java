/**
 * The terminal's connection to the centre: joining, MQTT for rows and doorbell, HTTPS for bundles and questions. Knows
 * {@code agent.disk} and {@code wire}; never a bundle's fate, never what a row says.
 */
@NullMarked
package io.zizhu.agent.line;

import org.jspecify.annotations.NullMarked;
