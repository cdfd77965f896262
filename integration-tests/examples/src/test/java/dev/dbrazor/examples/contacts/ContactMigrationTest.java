package dev.dbrazor.examples.contacts;

import dev.dbrazor.testing.MigrationTester;
import org.junit.jupiter.api.Test;

/** Each version in {@code src/main/dbrazor/contacts} becomes the newest. */
class ContactMigrationTest {
  @Test
  void everyVersionOfContactsMigrates() {
    MigrationTester.of(ContactDao::new).verify();
  }
}
