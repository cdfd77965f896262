/** An interface of own SQL as records: it exists only when valid. */
@NullMarked
package dev.dbrazor.processor.dao.model;

import org.jspecify.annotations.NullMarked;
