package dev.dbrazor.processor.write;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Java names that are still free in one scope. */
final class Identifiers {
  private final Set<String> taken;

  Identifiers(Collection<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** The wish, or the wish with as many underscores behind it as it takes. */
  String claim(String wish) {
    String name = wish;
    while (SourceVersion.isKeyword(name) || !taken.add(name)) {
      name = name + "_";
    }
    return name;
  }

  /** {@code address.homeCity} becomes {@code ADDRESS_HOME_CITY}. */
  static String constant(String path) {
    return path.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .replace('.', '_')
        .toUpperCase(Locale.ROOT);
  }

  /** {@code address.homeCity} becomes {@code AddressHomeCity}. */
  static String type(String path) {
    StringBuilder name = new StringBuilder();
    for (String part : path.split("\\.")) {
      name.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
    }
    return name.toString();
  }

  /** {@code Customer} becomes {@code customer}. */
  static String variable(String type) {
    return Character.toLowerCase(type.charAt(0)) + type.substring(1);
  }
}
