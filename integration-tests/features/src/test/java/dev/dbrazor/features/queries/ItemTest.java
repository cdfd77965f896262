package dev.dbrazor.features.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dbrazor.features.storage.EveryStorage;
import dev.dbrazor.query.Condition;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A DAO of items on every storage. */
abstract class ItemTest extends EveryStorage {
  ItemDao items;

  @BeforeEach
  void makeDao() {
    items = new ItemDao(db);
  }

  /** Stores items of size 1, 2, 3 … with these names. */
  void store(String... names) {
    for (int i = 0; i < names.length; i++) {
      items.insert(Item.of(names[i], i + 1));
    }
  }

  /** The condition matches exactly the items with these names; count, exists and toList agree. */
  void matches(Condition<? super Item> condition, String... names) {
    assertEquals(
        List.of(names),
        names(items.where(condition).orderBy(Item_.name.asc(), Item_.id.asc()).toList()));
    assertEquals(names.length, items.where(condition).count());
    assertEquals(names.length > 0, items.where(condition).exists());
  }

  static List<String> names(List<Item> found) {
    return found.stream().map(Item::name).toList();
  }
}
