package dev.dbrazor.query;

import java.util.List;

/**
 * What a select reads, for each number of values: every value from its own columns, without boxing
 * in between.
 */
final class Selections {
  private Selections() {}

  static <A, B, T> ColumnSelection<T> of(
      Expression<?, A> a, Expression<?, B> b, Constructor2<A, B, T> constructor) {
    Arguments.notNull(constructor, "constructor");
    int[] at = offsets(a, b);
    return new ColumnSelection<>(
        List.of(a, b),
        (row, from) -> constructor.create(a.read(row, from + at[0]), b.read(row, from + at[1])));
  }

  static <A, B, C, T> ColumnSelection<T> of(
      Expression<?, A> a,
      Expression<?, B> b,
      Expression<?, C> c,
      Constructor3<A, B, C, T> constructor) {
    Arguments.notNull(constructor, "constructor");
    int[] at = offsets(a, b, c);
    return new ColumnSelection<>(
        List.of(a, b, c),
        (row, from) ->
            constructor.create(
                a.read(row, from + at[0]), b.read(row, from + at[1]), c.read(row, from + at[2])));
  }

  static <A, B, C, D, T> ColumnSelection<T> of(
      Expression<?, A> a,
      Expression<?, B> b,
      Expression<?, C> c,
      Expression<?, D> d,
      Constructor4<A, B, C, D, T> constructor) {
    Arguments.notNull(constructor, "constructor");
    int[] at = offsets(a, b, c, d);
    return new ColumnSelection<>(
        List.of(a, b, c, d),
        (row, from) ->
            constructor.create(
                a.read(row, from + at[0]),
                b.read(row, from + at[1]),
                c.read(row, from + at[2]),
                d.read(row, from + at[3])));
  }

  static <A, B, C, D, E, T> ColumnSelection<T> of(
      Expression<?, A> a,
      Expression<?, B> b,
      Expression<?, C> c,
      Expression<?, D> d,
      Expression<?, E> e,
      Constructor5<A, B, C, D, E, T> constructor) {
    Arguments.notNull(constructor, "constructor");
    int[] at = offsets(a, b, c, d, e);
    return new ColumnSelection<>(
        List.of(a, b, c, d, e),
        (row, from) ->
            constructor.create(
                a.read(row, from + at[0]),
                b.read(row, from + at[1]),
                c.read(row, from + at[2]),
                d.read(row, from + at[3]),
                e.read(row, from + at[4])));
  }

  static <A, B, C, D, E, F, T> ColumnSelection<T> of(
      Expression<?, A> a,
      Expression<?, B> b,
      Expression<?, C> c,
      Expression<?, D> d,
      Expression<?, E> e,
      Expression<?, F> f,
      Constructor6<A, B, C, D, E, F, T> constructor) {
    Arguments.notNull(constructor, "constructor");
    int[] at = offsets(a, b, c, d, e, f);
    return new ColumnSelection<>(
        List.of(a, b, c, d, e, f),
        (row, from) ->
            constructor.create(
                a.read(row, from + at[0]),
                b.read(row, from + at[1]),
                c.read(row, from + at[2]),
                d.read(row, from + at[3]),
                e.read(row, from + at[4]),
                f.read(row, from + at[5])));
  }

  static <A, B, C, D, E, F, G, T> ColumnSelection<T> of(
      Expression<?, A> a,
      Expression<?, B> b,
      Expression<?, C> c,
      Expression<?, D> d,
      Expression<?, E> e,
      Expression<?, F> f,
      Expression<?, G> g,
      Constructor7<A, B, C, D, E, F, G, T> constructor) {
    Arguments.notNull(constructor, "constructor");
    int[] at = offsets(a, b, c, d, e, f, g);
    return new ColumnSelection<>(
        List.of(a, b, c, d, e, f, g),
        (row, from) ->
            constructor.create(
                a.read(row, from + at[0]),
                b.read(row, from + at[1]),
                c.read(row, from + at[2]),
                d.read(row, from + at[3]),
                e.read(row, from + at[4]),
                f.read(row, from + at[5]),
                g.read(row, from + at[6])));
  }

  static <A, B, C, D, E, F, G, H, T> ColumnSelection<T> of(
      Expression<?, A> a,
      Expression<?, B> b,
      Expression<?, C> c,
      Expression<?, D> d,
      Expression<?, E> e,
      Expression<?, F> f,
      Expression<?, G> g,
      Expression<?, H> h,
      Constructor8<A, B, C, D, E, F, G, H, T> constructor) {
    Arguments.notNull(constructor, "constructor");
    int[] at = offsets(a, b, c, d, e, f, g, h);
    return new ColumnSelection<>(
        List.of(a, b, c, d, e, f, g, h),
        (row, from) ->
            constructor.create(
                a.read(row, from + at[0]),
                b.read(row, from + at[1]),
                c.read(row, from + at[2]),
                d.read(row, from + at[3]),
                e.read(row, from + at[4]),
                f.read(row, from + at[5]),
                g.read(row, from + at[6]),
                h.read(row, from + at[7])));
  }

  private static int[] offsets(Expression<?, ?>... columns) {
    int[] offsets = new int[columns.length];
    for (int i = 0; i < columns.length; i++) {
      int width = Arguments.notNull(columns[i], "expression").width();
      if (i + 1 < columns.length) {
        offsets[i + 1] = offsets[i] + width;
      }
    }
    return offsets;
  }
}
