/** The driver NATIVE; the only importer of {@code java.lang.foreign}. */
@NullMarked
package dev.dbrazor.nativedriver;

import org.jspecify.annotations.NullMarked;
