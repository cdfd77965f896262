package dev.dbrazor.examples.unicode;

import dev.dbrazor.Database;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Stores the Unicode catalogue in a new file, asks questions, makes changes, and prints what comes
 * back.
 */
public final class Main {
  private Main() {}

  /** The first argument is the database file; what is there already is replaced. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args.length > 0 ? args[0] : "unicode.db");
    // Not System.out: its encoding is the terminal's, and the catalogue needs UTF-8.
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    run(file, Catalogue.everything(), out);
    out.flush();
  }

  static void run(Path file, Catalogue catalogue, PrintStream out) throws IOException {
    Report report = new Report(out);
    startAnew(file);
    long opening = System.nanoTime();
    try (Database db = Database.open(file)) {
      BlockDao blocks = new BlockDao(db);
      CodePointDao codePoints = new CodePointDao(db);
      Statements statements = new StatementsImpl(db);
      report.heading("The Unicode catalogue");
      report.line("Database opened, tables created in %.0f ms", Report.millisecondsSince(opening));
      new Loader(blocks, codePoints, report).load(catalogue);
      report.heading("Questions");
      new Questions(codePoints, report).askAll();
      report.heading("Groups and joins");
      new Overviews(blocks, codePoints, report).askAll();
      report.heading("In SQL");
      new SqlQuestions(statements, report).askAll();
      report.heading("Letter by letter");
      new Spelling(codePoints, report)
          .of(
              "The names of all blocks, each character looked up",
              String.join(" ", blocks.query().select(Block_.name).toList()));
      report.heading("Changes");
      new Changes(db, codePoints, statements, report).makeAll();
      report.heading("In the end");
      report.line("%,d characters in %,d blocks", codePoints.count(), blocks.count());
      report.work(db.stats());
    }
    long bytes = Files.size(file);
    report.line("%s: %.1f MiB", file.getFileName(), bytes / 1048576.0);
  }

  /** Deletes the file and what SQLite keeps beside it. */
  private static void startAnew(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    for (String suffix : new String[] {"", "-wal", "-shm"}) {
      Files.deleteIfExists(folder.resolve(file.getFileName() + suffix));
    }
  }
}
