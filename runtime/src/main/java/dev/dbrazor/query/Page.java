package dev.dbrazor.query;

import java.util.List;
import java.util.Optional;

/**
 * Some results, and where the next ones begin.
 *
 * @param items at most as many as asked for
 * @param next what to pass for the next page, a text that fits into a URL; empty on the last page
 */
public record Page<T>(List<T> items, Optional<String> next) {
  public Page {
    items = List.copyOf(items);
  }
}
