/** Create, read, update and delete through generated DAOs. */
@NullMarked
package dev.dbrazor.features.crud;

import org.jspecify.annotations.NullMarked;
