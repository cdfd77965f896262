package dev.dbrazor.processor.dao.read;

import dev.dbrazor.processor.report.Finding.Severity;
import java.util.Locale;
import java.util.Optional;

/** Values of the option {@code dbrazor.plans}: what to make of plans that read too much. */
public enum PlanSeverity {
  OFF,
  NOTE,
  WARNING,
  ERROR;

  /** Empty for a word that is none of them. */
  public static Optional<PlanSeverity> of(String option) {
    for (PlanSeverity each : values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(option)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  Severity severity() {
    return Severity.valueOf(name());
  }
}
