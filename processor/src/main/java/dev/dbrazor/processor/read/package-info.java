/** Turns annotated records into models, and holds every rule and every message about them. */
@NullMarked
package dev.dbrazor.processor.read;

import org.jspecify.annotations.NullMarked;
