/** Carries out one citizen's visit on its own thread, through ports: intent, act, outcome, event. Never Jetty, Vaadin, JDBC or the network. */
@NullMarked
package io.zizhu.service.visit;

import org.jspecify.annotations.NullMarked;
