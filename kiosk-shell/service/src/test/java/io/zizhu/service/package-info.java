/** What tests of the service share. */
@org.jspecify.annotations.NullMarked
package io.zizhu.service;
