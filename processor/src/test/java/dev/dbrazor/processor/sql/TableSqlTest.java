package dev.dbrazor.processor.sql;

import static dev.dbrazor.processor.sql.Models.INT;
import static dev.dbrazor.processor.sql.Models.LONG;
import static dev.dbrazor.processor.sql.Models.TEXT;
import static dev.dbrazor.processor.sql.Models.UUID;
import static dev.dbrazor.processor.sql.Models.id;
import static dev.dbrazor.processor.sql.Models.model;
import static dev.dbrazor.processor.sql.Models.nested;
import static dev.dbrazor.processor.sql.Models.part;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.IdModel.Kind;
import dev.dbrazor.processor.model.IndexModel;
import dev.dbrazor.processor.model.Reference;
import dev.dbrazor.processor.model.TypeName;
import dev.dbrazor.processor.model.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code CREATE TABLE} and {@code CREATE INDEX} say. */
class TableSqlTest {
  private static List<String> table(EntityModel model) {
    return EntitySql.of(model, new SqliteDialect()).table();
  }

  @Test
  void integerIdIsTheTablesOwnKey() {
    EntityModel model =
        model("note", Kind.DATABASE_KEY, List.of(id("id", LONG), part("body", TEXT)));

    assertEquals(
        List.of(
            """
            CREATE TABLE note (
              id INTEGER PRIMARY KEY,
              body TEXT NOT NULL
            ) STRICT"""),
        table(model));
  }

  @Test
  void otherIdsAreUniqueBesideAHiddenKey() {
    EntityModel model =
        model("note", Kind.UUID, List.of(id("id", UUID), part("body", TEXT).nullable()));

    assertEquals(
        List.of(
            """
            CREATE TABLE note (
              _row INTEGER PRIMARY KEY,
              id BLOB NOT NULL UNIQUE,
              body TEXT
            ) STRICT"""),
        table(model));
  }

  @Test
  void compositeIdIsUniqueAsAWhole() {
    EntityModel model =
        model("line", Kind.COMPOSITE, List.of(id("order_id", UUID), id("pos", INT)));

    assertEquals(
        List.of(
            """
            CREATE TABLE line (
              _row INTEGER PRIMARY KEY,
              order_id BLOB NOT NULL,
              pos INTEGER NOT NULL,
              UNIQUE (order_id, pos)
            ) STRICT"""),
        table(model));
  }

  @Test
  void constraintsFollowTheType() {
    Reference parent = new Reference("customers", "id", "CASCADE", "NO ACTION", true);
    EntityModel model =
        model(
            "orders",
            Kind.DATABASE_KEY,
            List.of(
                id("id", LONG),
                part("customer_id", UUID).references(parent),
                part("state", TEXT).defaultSql("'new'").checkSql("length(state) > 0"),
                part("code", TEXT).unique()));

    assertEquals(
        List.of(
            """
            CREATE TABLE orders (
              id INTEGER PRIMARY KEY,
              customer_id BLOB NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
              state TEXT NOT NULL DEFAULT ('new') CONSTRAINT state CHECK (length(state) > 0),
              code TEXT NOT NULL UNIQUE
            ) STRICT""",
            "CREATE INDEX orders_customer_id_index ON orders (customer_id)"),
        table(model));
  }

  @Test
  void indexedNestedComponentIsAGeneratedColumn() {
    Value address =
        new Value.Nested(
            TypeName.of("shop", "Address"),
            List.of(
                nested("address.city", TEXT, "address_city").indexed().build(),
                nested("address.owner", UUID, "address_owner").unique().build(),
                nested("address.street", TEXT, "").build()));
    EntityModel model =
        model("shops", Kind.DATABASE_KEY, List.of(id("id", LONG), part("address", address)));

    assertEquals(
        List.of(
            """
            CREATE TABLE shops (
              id INTEGER PRIMARY KEY,
              address TEXT NOT NULL,
              address_city TEXT GENERATED ALWAYS AS (json_extract(address, '$.city')) VIRTUAL,
              address_owner TEXT GENERATED ALWAYS AS (json_extract(address, '$.owner')) VIRTUAL
            ) STRICT""",
            "CREATE INDEX shops_address_city_index ON shops (address_city)",
            "CREATE UNIQUE INDEX shops_address_owner_index ON shops (address_owner)"),
        table(model));
  }

  @Test
  void keywordsAreQuoted() {
    EntityModel model =
        model("order", Kind.DATABASE_KEY, List.of(id("id", LONG), part("group", TEXT).indexed()));

    assertEquals(
        List.of(
            """
            CREATE TABLE "order" (
              id INTEGER PRIMARY KEY,
              "group" TEXT NOT NULL
            ) STRICT""",
            "CREATE INDEX order_group_index ON \"order\" (\"group\")"),
        table(model));
  }

  @Test
  void uniqueColumnGetsNoSecondIndex() {
    EntityModel model =
        model(
            "users",
            Kind.DATABASE_KEY,
            List.of(id("id", LONG), part("email", TEXT).unique()),
            new IndexModel(List.of("email"), false, Optional.empty()),
            new IndexModel(List.of("email"), true, Optional.empty()),
            new IndexModel(List.of("id"), true, Optional.empty()));

    assertEquals(1, table(model).size());
  }

  @Test
  void indexesOfTheSameColumnsHaveNamesOfTheirOwn() {
    EntityModel model =
        model(
            "users",
            Kind.DATABASE_KEY,
            List.of(id("id", LONG), part("age", INT).indexed()),
            new IndexModel(List.of("age"), false, Optional.of("age > 18")));

    assertEquals(
        List.of(
            "CREATE INDEX users_age_index ON users (age)",
            "CREATE INDEX users_age_index_2 ON users (age) WHERE age > 18"),
        table(model).subList(1, 3));
  }

  @Test
  void indexNamesOfDifferentTablesNeverMeet() {
    EntityModel user =
        model(
            "user", Kind.DATABASE_KEY, List.of(id("id", LONG), part("role_name", TEXT).indexed()));
    EntityModel role =
        model(
            "user_role", Kind.DATABASE_KEY, List.of(id("id", LONG), part("name", TEXT).indexed()));

    assertEquals("CREATE INDEX user_role_name_index ON user (role_name)", table(user).get(1));
    assertEquals("CREATE INDEX user_role__name_index ON user_role (name)", table(role).get(1));
  }
}
