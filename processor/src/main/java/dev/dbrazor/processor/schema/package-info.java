/** Schema files: what a version of a collection is, and what leads from one to the next. */
@NullMarked
package dev.dbrazor.processor.schema;

import org.jspecify.annotations.NullMarked;
