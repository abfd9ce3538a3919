/** The doorbell and the post: an embedded MQTT broker behind mutual TLS, and the centre's own client to it. Never knows what a row or a bundle says. */
@NullMarked
package io.zizhu.central.broker;

import org.jspecify.annotations.NullMarked;
