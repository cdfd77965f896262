/** The task tracker at work. */
@NullMarked
package dev.dbrazor.examples.tasks;

import org.jspecify.annotations.NullMarked;
