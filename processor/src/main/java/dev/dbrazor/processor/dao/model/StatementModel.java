package dev.dbrazor.processor.dao.model;

import java.util.List;

/**
 * A statement's final text and what it does.
 *
 * @param name {@code shop.Reports.cities}
 * @param summary what it does, and to which collection first: {@code SELECT customers}
 * @param sql constant text
 * @param writes whether it runs on the writer
 * @param reads collections it reads, sorted
 * @param changes collections it changes, sorted
 * @param plan the steps of its plan; empty when there was no engine
 * @param allowsScan whether it may read all of a large collection
 */
public record StatementModel(
    String name,
    String summary,
    String sql,
    boolean writes,
    List<String> reads,
    List<String> changes,
    List<String> plan,
    boolean allowsScan) {
  public StatementModel {
    reads = List.copyOf(reads);
    changes = List.copyOf(changes);
    plan = List.copyOf(plan);
  }
}
