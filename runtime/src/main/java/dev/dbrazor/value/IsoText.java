package dev.dbrazor.value;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * ISO 8601 of fixed width, so that the order of texts is the order in time: {@code
 * 2024-12-31T23:59:59.123456}. Written by hand, since this runs once a row and {@code
 * DateTimeFormatter} costs ten times as much.
 */
final class IsoText {
  private static final int DATE = 10;
  private static final int TIME = 15;
  private static final int DATE_TIME = DATE + 1 + TIME;

  private IsoText() {}

  static String date(LocalDate value) {
    byte[] to = new byte[DATE];
    put(to, 0, value);
    return text(to);
  }

  static String time(LocalTime value) {
    byte[] to = new byte[TIME];
    put(to, 0, value);
    return text(to);
  }

  static String dateTime(LocalDateTime value) {
    byte[] to = new byte[DATE_TIME];
    put(to, 0, value.toLocalDate());
    to[DATE] = 'T';
    put(to, DATE + 1, value.toLocalTime());
    return text(to);
  }

  static LocalDate toDate(String text) {
    requireLength(text, DATE);
    return date(text);
  }

  static LocalTime toTime(String text) {
    requireLength(text, TIME);
    return time(text, 0);
  }

  static LocalDateTime toDateTime(String text) {
    requireLength(text, DATE_TIME);
    require(text, DATE, 'T');
    return LocalDateTime.of(date(text), time(text, DATE + 1));
  }

  private static void put(byte[] to, int at, LocalDate value) {
    int year = value.getYear();
    if (year < 0 || year > 9999) {
      throw new ValueException(value + " is outside the years 0000 to 9999");
    }
    digits(to, at, 4, year);
    to[at + 4] = '-';
    digits(to, at + 5, 2, value.getMonthValue());
    to[at + 7] = '-';
    digits(to, at + 8, 2, value.getDayOfMonth());
  }

  private static void put(byte[] to, int at, LocalTime value) {
    digits(to, at, 2, value.getHour());
    to[at + 2] = ':';
    digits(to, at + 3, 2, value.getMinute());
    to[at + 5] = ':';
    digits(to, at + 6, 2, value.getSecond());
    to[at + 8] = '.';
    digits(to, at + 9, 6, value.getNano() / 1_000);
  }

  private static void digits(byte[] to, int at, int count, int value) {
    int rest = value;
    for (int i = at + count - 1; i >= at; i--) {
      to[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private static String text(byte[] ascii) {
    return new String(ascii, StandardCharsets.ISO_8859_1);
  }

  private static LocalDate date(String text) {
    require(text, 4, '-');
    require(text, 7, '-');
    try {
      return LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
    } catch (DateTimeException e) {
      throw malformed(text);
    }
  }

  private static LocalTime time(String text, int at) {
    require(text, at + 2, ':');
    require(text, at + 5, ':');
    require(text, at + 8, '.');
    try {
      return LocalTime.of(
          number(text, at, 2),
          number(text, at + 3, 2),
          number(text, at + 6, 2),
          number(text, at + 9, 6) * 1_000);
    } catch (DateTimeException e) {
      throw malformed(text);
    }
  }

  private static int number(String text, int at, int count) {
    int number = 0;
    for (int i = at; i < at + count; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw malformed(text);
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static void requireLength(String text, int length) {
    if (text.length() != length) {
      throw malformed(text);
    }
  }

  private static void require(String text, int at, char wanted) {
    if (text.charAt(at) != wanted) {
      throw malformed(text);
    }
  }

  private static ValueException malformed(String text) {
    return new ValueException(
        "not a date or time of fixed width (2024-12-31T23:59:59.123456): " + Excerpt.of(text));
  }
}
