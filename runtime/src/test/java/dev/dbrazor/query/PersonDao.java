package dev.dbrazor.query;

import dev.dbrazor.Database;
import java.util.UUID;

/** The data access object of {@link Person}. */
final class PersonDao extends CollectionDao<Person, UUID> {
  private static final String UPSERT_BY_EMAIL =
      PersonMapping.INSTANCE
          .statements()
          .upsert()
          .replace("ON CONFLICT (id)", "ON CONFLICT (email)");

  PersonDao(Database db) {
    super(db, PersonMapping.INSTANCE);
  }

  Person upsertByEmail(Person person) {
    return upsert(UPSERT_BY_EMAIL, person);
  }
}
