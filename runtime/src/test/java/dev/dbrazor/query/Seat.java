package dev.dbrazor.query;

import dev.dbrazor.Database;
import dev.dbrazor.mapping.Binder;
import dev.dbrazor.mapping.ResultRow;
import dev.dbrazor.mapping.Stamp;
import dev.dbrazor.mapping.ValueTypes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record with a composite id and a reference to a {@link Person}. */
record Seat(String hall, int number, @Nullable UUID person) {
  /** The id. */
  record Key(String hall, int number) {}

  static final IntPath<Seat> NUMBER =
      new IntPath<>(Source.of(SeatMapping.INSTANCE).column("number"));
  static final ScalarPath<Seat, UUID> PERSON =
      new ScalarPath<>(
          Source.of(SeatMapping.INSTANCE).column("person").nullable(), ValueTypes.UUID);

  /** Table {@code seats}. */
  static final class SeatMapping extends HandMapping<Seat, Key> {
    static final SeatMapping INSTANCE = new SeatMapping();

    private SeatMapping() {
      super(
          "seats",
          List.of(
              """
              CREATE TABLE seats (
                _row INTEGER PRIMARY KEY, hall TEXT NOT NULL, number INTEGER NOT NULL,
                person BLOB REFERENCES people (id),
                UNIQUE (hall, number)) STRICT"""),
          new Columns(
              List.of("hall", "number", "person"),
              List.of("hall", "number", "person"),
              0,
              2,
              "json_extract(value, '$[0]'), json_extract(value, '$[1]')",
              false,
              false,
              false));
    }

    @Override
    public boolean insertReturns() {
      return false;
    }

    @Override
    public Key id(Seat seat) {
      return new Key(seat.hall(), seat.number());
    }

    @Override
    public Seat inserted(Seat seat, Stamp stamp) {
      return seat;
    }

    @Override
    public Seat updated(Seat seat, Stamp stamp) {
      return seat;
    }

    @Override
    public void bindRow(Seat seat, Binder to) {
      to.text(1, seat.hall());
      to.int32(2, seat.number());
      to.valueOrNull(3, seat.person(), ValueTypes.UUID);
    }

    @Override
    public void bindId(Key id, Binder to) {
      to.text(1, id.hall());
      to.int32(2, id.number());
    }

    @Override
    public Object listItem(Key id) {
      return List.of(id.hall(), (long) id.number());
    }

    @Override
    public Seat read(ResultRow row) {
      return new Seat(row.text(0), row.int32(1), row.valueOrNull(2, ValueTypes.UUID));
    }
  }

  /** The data access object. */
  static final class SeatDao extends CollectionDao<Seat, Key> {
    SeatDao(Database db) {
      super(db, SeatMapping.INSTANCE);
    }
  }
}
