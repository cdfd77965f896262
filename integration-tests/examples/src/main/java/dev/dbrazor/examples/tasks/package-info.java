/** A task tracker: a board that redraws itself while another process works on the tasks. */
@NullMarked
package dev.dbrazor.examples.tasks;

import org.jspecify.annotations.NullMarked;
