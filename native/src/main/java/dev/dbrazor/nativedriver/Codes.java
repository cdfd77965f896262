package dev.dbrazor.nativedriver;

/** The engine's numbers (https://www.sqlite.org/rescode.html) that this driver knows by name. */
final class Codes {
  static final int OK = 0;
  static final int ERROR = 1;
  static final int NOMEM = 7;
  static final int INTERRUPT = 9;
  static final int MISUSE = 21;
  static final int RANGE = 25;
  static final int ROW = 100;
  static final int DONE = 101;

  private Codes() {}
}
