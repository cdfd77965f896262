/** Tables of collections: made when absent, compared when there. */
@NullMarked
package dev.dbrazor.schema;

import org.jspecify.annotations.NullMarked;
