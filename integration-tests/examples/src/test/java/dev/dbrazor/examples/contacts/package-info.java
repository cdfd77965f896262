/** The address book and its former versions. */
@NullMarked
package dev.dbrazor.examples.contacts;

import org.jspecify.annotations.NullMarked;
