package dev.dbrazor.processor.sql;

import dev.dbrazor.processor.model.Value;
import java.util.List;
import java.util.Optional;

/** How one engine spells what SQL dialects spell differently. */
public interface Dialect {
  /** The name as it stands in SQL: quoted when it has to be. */
  String identifier(String name);

  /** The type of a column that holds the value. */
  String columnType(Value value);

  /** The type of a generated column that shows the value as it stands inside a JSON document. */
  String columnTypeInJson(Value value);

  /** SQL of a value inside a JSON column; {@code keys} lead to it. */
  String jsonValue(String column, List<String> keys);

  /** What follows the name of an integer key that the engine fills in. */
  String integerKey();

  /**
   * The definition of a hidden key for tables whose id is not an integer, if the engine needs one.
   */
  Optional<String> hiddenKey();

  /** What follows the closing parenthesis of {@code CREATE TABLE}. */
  String tableOptions();

  /**
   * The query that turns the parameter, a JSON array, into rows of ids; several values make rows of
   * several columns.
   */
  String listItems(List<Value> id);
}
