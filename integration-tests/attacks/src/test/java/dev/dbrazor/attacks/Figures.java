package dev.dbrazor.attacks;

import dev.dbrazor.Database;

/** How many of everything, and what was seen. */
final class Figures {
  private Figures() {}

  /**
   * The system property {@code attacks.name}, which the profile sets; without it the short form.
   */
  static int number(String name, int shortForm) {
    return Integer.getInteger("attacks." + name, shortForm);
  }

  /** One line for the report. */
  static void print(String format, Object... values) {
    System.out.println(
        "ATTACK ["
            + Driver.NAME
            + ", Java "
            + Runtime.version().feature()
            + "] "
            + String.format(format, values));
  }

  private static final class Driver {
    static final String NAME = name();

    private static String name() {
      try (Database db = Database.inMemory()) {
        String name = db.driver().name();
        String expected = System.getProperty("attacks.driver", name);
        if (!name.equals(expected)) {
          throw new AssertionError("runs on " + name + " instead of " + expected);
        }
        return name;
      }
    }
  }
}
