package dev.dbrazor.features.environment;

import dev.dbrazor.Database;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** What runs on every machine: stores, asks, changes and compares; prints "fine" at the end. */
final class Program {
  private static final String TEXT = "I\u0131\u0130i \u00DF \u0661\u0662 \uD83D\uDE00";

  private Program() {}

  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]);
    Card card =
        new Card(
            1,
            TEXT,
            Card.Suit.TITIII,
            1234567.5,
            new BigDecimal("1234.50"),
            Instant.parse("2024-02-29T12:00:00.000001Z"),
            LocalDateTime.parse("2024-02-29T12:00:00"),
            new Card.Inner(TEXT, -0.25),
            List.of(TEXT, "ILI", "ili"));
    try (Database db = Database.open(file)) {
      CardDao cards = new CardDao(db);
      same(card, cards.insert(card));
      ask(cards, card);
      same(
          TEXT,
          db.query("SELECT title FROM cards WHERE title = ?", r -> r.text("TITLE"), TEXT).get(0));
    }
    try (Database db = Database.open(file)) {
      CardDao cards = new CardDao(db);
      same(card, cards.findById(1L).orElseThrow());
      Card changed = cards.update(1L, Card_.inner.indexI.set("ILI"), Card_.list.append(TEXT));
      same("ILI", changed.inner().indexI());
      same(TEXT, changed.list().get(3));
    }
    System.out.println("fine");
  }

  private static void ask(CardDao cards, Card card) {
    same(card, cards.where(Card_.title.startsWith("I\u0131")).one());
    same(card, cards.where(Card_.title.contains("\uD83D\uDE00")).one());
    same(card, cards.where(Card_.suit.eq(Card.Suit.TITIII)).one());
    same(card, cards.where(Card_.inner.indexI.eq(TEXT)).one());
    same(card, cards.where(Card_.list.contains("ili").and(Card_.list.contains("ILI"))).one());
    same(card, cards.where(Card_.inner.ratio.lt(0).and(Card_.weight.gt(1234567))).one());
    same(card, cards.where(Card_.local.ge(card.local()).and(Card_.at.le(card.at()))).one());
    same(card, cards.query().orderBy(Card_.title.asc(), Card_.suit.desc()).page(1).items().get(0));
  }

  private static void same(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError("expected " + expected + " but was " + actual);
    }
  }
}
