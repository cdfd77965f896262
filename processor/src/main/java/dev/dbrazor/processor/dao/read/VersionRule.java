package dev.dbrazor.processor.dao.read;

import dev.dbrazor.processor.dao.sql.ChangedColumns;
import dev.dbrazor.processor.dao.sql.ParsedQuery;
import dev.dbrazor.processor.dao.sql.QueryFacts;
import dev.dbrazor.processor.dao.sql.Schema;
import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.report.Finding.Severity;
import java.util.Optional;

/** Tells when own SQL changes rows without their version. */
final class VersionRule {
  private VersionRule() {}

  /** A note: counting versions is the user's choice in own SQL. */
  static void check(ParsedQuery query, QueryFacts facts, Schema schema, QueryReport report) {
    Optional<ChangedColumns> changed = facts.changed();
    changed
        .flatMap(each -> schema.collection(each.table()))
        .flatMap(
            model ->
                model.components().stream()
                    .filter(each -> each.role() == Component.Role.VERSION)
                    .flatMap(each -> each.column().stream())
                    .findFirst())
        .filter(version -> !changed.get().has(version))
        .ifPresent(
            version ->
                report.tell(
                    Severity.NOTE,
                    "VersionUnchanged",
                    "the %s leaves %s.%s as it is, so concurrent updates do not see this change;"
                        .concat(" add %s = %s + 1")
                        .formatted(
                            query.verb(), changed.get().table(), version, version, version)));
  }
}
