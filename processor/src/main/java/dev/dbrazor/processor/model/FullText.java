package dev.dbrazor.processor.model;

import java.util.List;

/**
 * {@code @FullText} on a component.
 *
 * @param weight of words found in it
 * @param tokenizer of all the record's; empty where it is left to another component
 * @param prefixes of all the record's; empty where they are left to another component
 */
public record FullText(double weight, String tokenizer, List<Integer> prefixes) {
  public FullText {
    prefixes = List.copyOf(prefixes);
  }
}
