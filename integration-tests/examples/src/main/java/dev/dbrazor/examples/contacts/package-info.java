/** An address book in its third release, which opens the files of the two before it. */
@NullMarked
package dev.dbrazor.examples.contacts;

import org.jspecify.annotations.NullMarked;
