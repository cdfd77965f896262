/** A collection as records all the way down; a model exists only when it is valid. */
@NullMarked
package dev.dbrazor.processor.model;

import org.jspecify.annotations.NullMarked;
