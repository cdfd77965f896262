/** Machines that differ from the developer's. */
@NullMarked
package dev.dbrazor.features.environment;

import org.jspecify.annotations.NullMarked;
