package dev.dbrazor.processor.dao.verify;

import java.util.List;
import java.util.SortedSet;

/**
 * What the engine says about a statement.
 *
 * @param refusal why it does not take it; empty when it does
 * @param columns names of its results
 * @param reads the collections it reads, by foreign keys too
 * @param changes the collections it changes, by foreign keys too
 * @param plan the steps of its plan
 */
public record Prepared(
    String refusal,
    List<String> columns,
    SortedSet<String> reads,
    SortedSet<String> changes,
    List<String> plan) {
  public boolean isRefused() {
    return !refusal.isEmpty();
  }
}
