package dev.dbrazor.query;

/** A column of the id, whose values are passed on as the engine has them; it only orders. */
final class IdColumn<R> extends Expression<R, Object> {
  IdColumn(Location<R> location) {
    super(location.read(), null, location.name());
  }

  @Override
  boolean mayBeNull() {
    return false;
  }
}
