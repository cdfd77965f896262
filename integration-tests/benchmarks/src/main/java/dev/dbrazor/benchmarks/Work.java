package dev.dbrazor.benchmarks;

import dev.dbrazor.benchmarks.store.People;

/** What is measured for everybody, in the order of the report. */
public enum Work {
  INSERT("bulk insert, one transaction", "row", "Inserts.insertAll"),
  READ_EACH("read by key in a transaction", "read", "Reads.readEach"),
  READ("read by key on its own", "read", "Reads.read"),
  PAGE("query of 100 ordered rows", "query", "Reads.page"),
  SCAN("full scan to records", "row", "Reads.scan"),
  UPDATE("update by key in a transaction", "update", "Changes.updateEach"),
  UPSERT("upsert by key in a transaction", "upsert", "Changes.upsertEach"),
  COUNT("filtered count", "count", "Reads.count"),
  JSON("scan of rows with two JSON components", "row", "Reads.customers"),
  START("start of a process to its first row", "start", "");

  private final String title;
  private final String unit;
  private final String benchmark;

  Work(String title, String unit, String benchmark) {
    this.title = title;
    this.unit = unit;
    this.benchmark = benchmark;
  }

  public String title() {
    return title;
  }

  /** What a time or a number of bytes is for: {@code row}. */
  public String unit() {
    return unit;
  }

  /** Why a peer may be ahead; never empty. */
  public String note() {
    return switch (this) {
      case INSERT, UPDATE, UPSERT, COUNT -> "Nearly all of the time is the engine's.";
      case START ->
          "DBRazor loads some 170 classes of its own and opens two connections; for the driver"
              + " NATIVE the JDK links a library besides.";
      default -> "The difference is within what runs differ by.";
    };
  }

  /** JMH's name of it, without the package; empty where JMH does not measure it. */
  String benchmark() {
    return benchmark;
  }

  /** How many units one operation, as JMH counts them, is for files with so many people. */
  int units(int people) {
    return switch (this) {
      case INSERT, SCAN -> people;
      case JSON -> people / People.PEOPLE_A_CUSTOMER;
      default -> 1;
    };
  }
}
