package dev.dbrazor.examples.contacts;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Dropped;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Indexed;
import dev.dbrazor.annotation.RenamedFrom;
import dev.dbrazor.annotation.Seed;
import dev.dbrazor.annotation.Upgrade;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody one knows. The files in {@code src/main/dbrazor/contacts} say what it was:
 *
 * <ol>
 *   <li>a name and a telephone number
 *   <li>the name was called {@code fullName}, and there was a label
 *   <li>the name is in two parts, and the label is the circle
 * </ol>
 */
@Collection(value = "contacts", version = 3)
@Dropped(value = "it is in two parts now", of = "fullName")
public record Contact(
    @Id long id,
    String first,
    String last,
    @Nullable String phone,
    @Indexed @RenamedFrom("label") String circle) {

  /** For each row; what both versions have is there already. */
  @Upgrade(to = 3)
  static void split(Contact_V2 old, Contact_V3 now) {
    int space = old.fullName().lastIndexOf(' ');
    now.first(old.fullName().substring(0, Math.max(space, 0)));
    now.last(old.fullName().substring(space + 1));
  }

  /** What a new address book begins with. */
  @Seed
  static List<Contact> emergency() {
    return List.of(new Contact(0, "Emergency", "Call", "112", "everybody"));
  }
}
