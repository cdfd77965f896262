package dev.dbrazor.features.plugins;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** Looks at the stack whenever it is read from the database, and whenever it is bound. */
@Collection("probes")
public record Probe(@Id long id, String name) {
  private static final ThreadLocal<Set<String>> SEEN = ThreadLocal.withInitial(LinkedHashSet::new);

  public Probe {
    look();
  }

  @Override
  public String name() {
    look();
    return name;
  }

  /** Notes the classes whose methods this thread is in. */
  static void look() {
    StackWalker.getInstance()
        .forEach(frame -> SEEN.get().add(frame.getClassName() + "." + frame.getMethodName()));
  }

  /** The methods of the product seen since the last call. */
  static Set<String> seen() {
    Set<String> seen = new TreeSet<>(SEEN.get());
    seen.removeIf(
        name -> !name.startsWith("dev.dbrazor.") || name.startsWith("dev.dbrazor.features."));
    SEEN.remove();
    return seen;
  }
}
