package dev.dbrazor.examples.tasks;

/** How far a task is. */
public enum State {
  OPEN,
  STARTED,
  DONE
}
