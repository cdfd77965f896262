/** What a record's annotations make of its table. */
@NullMarked
package dev.dbrazor.features.model;

import org.jspecify.annotations.NullMarked;
