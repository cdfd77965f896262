package dev.dbrazor.plugin;

import dev.dbrazor.Hook;
import dev.dbrazor.Plugin;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Set;

/**
 * Refuses records that break their Jakarta Validation constraints, with an {@link
 * InvalidRecordException}. Needs {@code jakarta.validation-api} and a provider of it on the class
 * path, which the library itself does not bring. Changes by a condition are not validated.
 */
public final class Validation implements Plugin {
  private final Validator validator;

  @SuppressWarnings("exports") // who has a validator has its module
  public Validation(Validator validator) {
    this.validator = validator;
  }

  @Override
  public String name() {
    return "validation";
  }

  @Override
  public Set<Hook> hooks() {
    return Set.of(Hook.INSERT, Hook.UPDATE);
  }

  @Override
  public Record beforeInsert(String collection, Record record) {
    return valid(collection, record);
  }

  @Override
  public Record beforeUpdate(String collection, Record record) {
    return valid(collection, record);
  }

  private Record valid(String collection, Record record) {
    List<String> violations =
        validator.validate(record).stream()
            .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
            .sorted()
            .toList();
    if (!violations.isEmpty()) {
      throw new InvalidRecordException(collection, violations);
    }
    return record;
  }
}
