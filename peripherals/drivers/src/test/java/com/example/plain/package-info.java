/** The example of docs/drivers.md: a driver outside the house, its far end and its kit. */
@NullMarked
package com.example.plain;

import org.jspecify.annotations.NullMarked;
