package dev.dbrazor.features.queries;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Decimal;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Indexed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked for in all these tests. */
@Collection("items")
public record Item(
    @Id long id,
    String name,
    @Nullable String remark,
    int size,
    @Nullable Integer rank,
    boolean sold,
    @Decimal(scale = 2) BigDecimal price,
    Instant at,
    Kind kind,
    List<String> tags,
    Set<Integer> marks,
    Map<String, Integer> stock,
    @Nullable Maker maker,
    Optional<String> note) {
  /** An enum. */
  public enum Kind {
    TOOL,
    TOY
  }

  /** A nested record. */
  public record Maker(@Indexed String city, @Nullable String country, List<String> brands) {}

  static Item of(String name, int size) {
    return new Item(
        0,
        name,
        null,
        size,
        null,
        false,
        new BigDecimal(size + ".50"),
        Instant.EPOCH.plusSeconds(size),
        Kind.TOOL,
        List.of(),
        Set.of(),
        Map.of(),
        new Maker("Oslo", null, List.of()),
        Optional.empty());
  }

  Item withRemark(@Nullable String other) {
    return new Item(
        id, name, other, size, rank, sold, price, at, kind, tags, marks, stock, maker, note);
  }

  Item withRank(@Nullable Integer other) {
    return new Item(
        id, name, remark, size, other, sold, price, at, kind, tags, marks, stock, maker, note);
  }

  Item withKind(Kind other) {
    return new Item(
        id, name, remark, size, rank, sold, price, at, other, tags, marks, stock, maker, note);
  }

  Item withTags(String... other) {
    return new Item(
        id,
        name,
        remark,
        size,
        rank,
        sold,
        price,
        at,
        kind,
        List.of(other),
        marks,
        stock,
        maker,
        note);
  }

  Item withMarks(Integer... other) {
    return new Item(
        id,
        name,
        remark,
        size,
        rank,
        sold,
        price,
        at,
        kind,
        tags,
        Set.of(other),
        stock,
        maker,
        note);
  }

  Item withStock(Map<String, Integer> other) {
    return new Item(
        id, name, remark, size, rank, sold, price, at, kind, tags, marks, other, maker, note);
  }

  Item withMaker(@Nullable Maker other) {
    return new Item(
        id, name, remark, size, rank, sold, price, at, kind, tags, marks, stock, other, note);
  }

  Item withNote(String other) {
    return new Item(
        id,
        name,
        remark,
        size,
        rank,
        sold,
        price,
        at,
        kind,
        tags,
        marks,
        stock,
        maker,
        Optional.of(other));
  }
}
