package dev.dbrazor.examples.unicode;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is easier asked in SQL. */
final class SqlQuestions {
  private static final int SHOWN = 8;
  private static final int PLACES = 3;
  private static final int IN_NO_BLOCK = 0x2FE0;

  private final Statements statements;
  private final Report report;

  SqlQuestions(Statements statements, Report report) {
    this.statements = statements;
    this.report = report;
  }

  void askAll() {
    alphabets();
    longestNames();
    commonestWords();
    blockAt(0x2603);
    blockAt(IN_NO_BLOCK);
    report.show(
        "Four characters by their notations",
        () -> statements.all(List.of("U+2605", "U+0041", "U+03A9", "U+20AC")));
  }

  private void alphabets() {
    List<Statements.Alphabet> alphabets =
        report.ask("Scripts by their letters", () -> statements.alphabets(Category.LETTERS));
    Table table = new Table("script", "letters", "characters");
    for (Statements.Alphabet each : alphabets.stream().limit(SHOWN).toList()) {
      table.row(each.script(), each.letters(), each.characters());
    }
    report.print(table);
  }

  private void longestNames() {
    Set<UnicodeScript> scripts =
        Set.of(UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.HEBREW);
    Table table = new Table("script", "place", "name");
    report
        .ask("The longest names of three scripts", () -> statements.longestNames(scripts, PLACES))
        .forEach(each -> table.row(each.script(), each.place(), each.name()));
    report.print(table);
  }

  private void commonestWords() {
    Table table = new Table("word", "times");
    report
        .ask("The commonest words in names", () -> statements.commonestWords(SHOWN))
        .forEach(each -> table.row(each.word(), each.times()));
    report.print(table);
  }

  private void blockAt(int scalar) {
    Optional<Block> block =
        report.ask(
            "Which block is " + CodePoint.notation(scalar) + " in?",
            () -> statements.blockAt(scalar));
    report.line("  %s", block.map(found -> found.name() + ", " + found.extent()).orElse("in none"));
  }
}
