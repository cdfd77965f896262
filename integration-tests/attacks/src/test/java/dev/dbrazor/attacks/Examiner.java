package dev.dbrazor.attacks;

import dev.dbrazor.Database;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** Works with each file of a directory and prints which errors it met and what verify() found. */
final class Examiner {
  private Examiner() {}

  public static void main(String[] args) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of(args[0]))) {
      files = all.filter(file -> file.toString().endsWith(".db")).sorted().toList();
    }
    for (Path file : files) {
      System.out.println("examined " + file.getFileName() + " " + examine(file));
    }
  }

  private static String examine(Path file) {
    Set<ErrorCode> met = EnumSet.noneOf(ErrorCode.class);
    int findings = 0;
    try (Database db = Database.open(file)) {
      findings = attempt(met, () -> db.verify().size(), 1);
      attempt(met, () -> work(db), 0);
    } catch (DbRazorException e) {
      met.add(e.code());
      return "closed " + met;
    }
    return (findings > 0 ? "found " : "unfound ") + met;
  }

  private static int attempt(Set<ErrorCode> met, IntSupplier work, int failed) {
    try {
      return work.getAsInt();
    } catch (DbRazorException e) {
      met.add(e.code());
      return failed;
    }
  }

  private static int work(Database db) {
    EntryDao entries = new EntryDao(db);
    int rows = entries.query().orderBy(Entry_.batch.desc()).toList().size();
    entries.insert(Entry.of(rows, "new"));
    return (int) entries.where(Entry_.batch.eq(7)).delete();
  }
}
