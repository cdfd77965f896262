package dev.dbrazor.processor.dao.read;

import dev.dbrazor.processor.dao.model.BindModel.Form;
import dev.dbrazor.processor.dao.sql.Fact;
import dev.dbrazor.processor.dao.sql.Nullness;
import dev.dbrazor.processor.dao.sql.Storage;
import java.util.Optional;

/** What a parameter's Java type tells about its value in SQL. */
final class Parameters {
  private Parameters() {}

  static Fact fact(Given given) {
    boolean present = given.form() == Form.PRESENT || given.form() == Form.LIST;
    Storage storage = given.value().map(Agreement::storage).orElse(Storage.UNKNOWN);
    return new Fact(
        present ? Nullness.NEVER : Nullness.POSSIBLE,
        given.value().filter(Types::isPlainDecimal).isPresent() ? Storage.UNKNOWN : storage,
        Optional.empty(),
        1,
        false);
  }
}
