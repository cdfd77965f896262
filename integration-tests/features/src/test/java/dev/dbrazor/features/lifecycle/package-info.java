/** Opening, sharing and closing databases. */
@NullMarked
package dev.dbrazor.features.lifecycle;

import org.jspecify.annotations.NullMarked;
