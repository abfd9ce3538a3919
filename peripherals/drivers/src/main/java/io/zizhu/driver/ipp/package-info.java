/** The A4 printer after IPP (RFC 8010/8011): documents in, the fate of each sheet out. The only place with jipp; knows the contract, never another protocol, a simulator or a screen. */
@NullMarked
package io.zizhu.driver.ipp;

import org.jspecify.annotations.NullMarked;
