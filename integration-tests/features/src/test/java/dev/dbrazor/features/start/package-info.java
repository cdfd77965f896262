/** What the start of a program costs, counted in classes: clocks differ, these do not. */
@NullMarked
package dev.dbrazor.features.start;

import org.jspecify.annotations.NullMarked;
