package dev.dbrazor.benchmarks.report;

import java.util.Locale;

/** Numbers as a reader wants them: three digits that count, and a unit. */
public final class Amount {
  private static final String[] TIMES = {"ns", "µs", "ms", "s"};
  private static final double STEP = 1000;

  private Amount() {}

  /** With half of the confidence interval, which may be NaN. */
  public static String time(double nanoseconds, double error) {
    int unit = 0;
    double scale = 1;
    while (nanoseconds / scale >= STEP && unit < TIMES.length - 1) {
      scale *= STEP;
      unit++;
    }
    String shown = digits(nanoseconds / scale);
    return Double.isNaN(error)
        ? shown + " " + TIMES[unit]
        : shown + " ± " + digits(error / scale) + " " + TIMES[unit];
  }

  /** Whole, in groups of three digits. */
  public static String count(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }

  /** A number without a unit. */
  public static String ratio(double value) {
    return digits(value);
  }

  /** Without an error. */
  public static String time(double nanoseconds) {
    return time(nanoseconds, Double.NaN);
  }

  private static String digits(double value) {
    int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
