/** Where a vendor's plug-in takes its place: devices whose protocol only the vendor may tell. Knows the contract alone; never another driver, and no protocol at all. */
@NullMarked
package io.zizhu.driver.vendor;

import org.jspecify.annotations.NullMarked;
