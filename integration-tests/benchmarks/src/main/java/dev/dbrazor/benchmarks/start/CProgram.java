package dev.dbrazor.benchmarks.start;

import dev.dbrazor.benchmarks.Effort;
import dev.dbrazor.benchmarks.Work;
import dev.dbrazor.benchmarks.report.Measurement;
import dev.dbrazor.benchmarks.store.DataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The same work in C, on the engine that the driver NATIVE uses. */
public final class CProgram {
  public static final String TITLE = "C";

  private static final String HEADER = "sqlite3.h";

  private final Path program;

  private CProgram(Path program) {
    this.program = program;
  }

  /** Says in one line why it is not measured, when there is no compiler or no engine. */
  public static Optional<CProgram> compile(Path sources, Path engine, Path into)
      throws IOException, InterruptedException {
    Optional<Path> header = find(engine, HEADER);
    Optional<Path> library =
        find(engine, "libsqlite3.so").or(() -> find(engine, "libsqlite3.dylib"));
    if (header.isEmpty() || library.isEmpty()) {
      System.out.println("C is not measured: no engine below " + engine);
      return Optional.empty();
    }
    Path program = into.resolve("people");
    String folder = library.get().getParent().toString();
    List<String> command =
        List.of(
            Optional.ofNullable(System.getenv("CC")).orElse("cc"),
            "-O2",
            "-Wall",
            "-I" + header.get().getParent(),
            "-o",
            program.toString(),
            sources.resolve("people.c").toString(),
            "-L" + folder,
            "-lsqlite3",
            "-Wl,-rpath," + folder);
    try {
      new Child(command).lines();
      return Optional.of(new CProgram(program));
    } catch (IOException e) {
      System.out.println("C is not measured: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<Path> find(Path folder, String name) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith(name)).findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Empty for what it cannot do: it reads no JSON. Its start is measured with the others'. */
  public Optional<Measurement> run(Work work, Effort effort)
      throws IOException, InterruptedException {
    if (work == Work.JSON || work == Work.START) {
      return Optional.empty();
    }
    Path folder = Files.createTempDirectory("dbrazor-benchmark");
    Path file = DataFile.copyTo(folder, effort.rows());
    boolean inserts = work == Work.INSERT;
    Child child =
        new Child(
            List.of(
                program.toString(),
                work.name().toLowerCase(Locale.ROOT),
                file.toString(),
                emptyFile().toString(),
                Integer.toString(inserts ? effort.inserts() : effort.warmUps()),
                Integer.toString(inserts ? effort.inserts() : effort.iterations()),
                Long.toString(inserts ? 0 : effort.time().toMillis())));
    List<Double> samples = child.lines().stream().map(Double::valueOf).toList();
    DataFile.delete(folder);
    return Optional.of(Samples.measurement(work, TITLE, samples));
  }

  private static Path emptyFile() throws IOException {
    Path folder = Files.createTempDirectory(dataFolder(), "empty");
    return DataFile.copyTo(folder, 0);
  }

  private static Path dataFolder() {
    return Path.of(System.getProperty(DataFile.FOLDER));
  }

  /** Opens the file, reads one person, prints the name. */
  Child firstRow(Path file) {
    return new Child(List.of(program.toString(), "start", file.toString(), "-", "0", "0", "0"));
  }
}
