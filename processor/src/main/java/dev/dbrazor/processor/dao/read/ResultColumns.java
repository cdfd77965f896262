package dev.dbrazor.processor.dao.read;

import dev.dbrazor.processor.dao.sql.Fact;
import dev.dbrazor.processor.dao.sql.NamedFact;
import dev.dbrazor.processor.dao.sql.Nullness;
import dev.dbrazor.processor.dao.sql.QueryFacts;
import dev.dbrazor.processor.dao.sql.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A statement's result columns: their names from the engine, the rest from the analysis. */
final class ResultColumns {
  private final List<NamedFact> columns;

  private ResultColumns(List<NamedFact> columns) {
    this.columns = columns;
  }

  /** Nothing is known about columns when the engine counts otherwise than the analysis. */
  static ResultColumns of(List<String> names, QueryFacts facts) {
    boolean known = facts.understood() && facts.results().size() == names.size();
    Fact nothing = new Fact(Nullness.UNKNOWN, Storage.UNKNOWN, Optional.empty(), 1, false);
    List<NamedFact> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Fact fact = known ? facts.results().get(i).fact() : nothing;
      columns.add(new NamedFact(names.get(i), fact));
    }
    return new ResultColumns(columns);
  }

  int size() {
    return columns.size();
  }

  List<String> names() {
    return columns.stream().map(NamedFact::name).toList();
  }

  NamedFact get(int index) {
    return columns.get(index);
  }

  /** -1 when there is none. */
  int find(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The first name that occurs twice. */
  Optional<String> duplicate() {
    for (int i = 0; i < columns.size(); i++) {
      if (find(columns.get(i).name()) < i) {
        return Optional.of(columns.get(i).name());
      }
    }
    return Optional.empty();
  }
}
