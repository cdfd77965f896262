package dev.dbrazor.query;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dbrazor.json.JsonCodecs;
import dev.dbrazor.json.KeyCodecs;
import dev.dbrazor.json.RecordCodec;
import dev.dbrazor.mapping.Binder;
import dev.dbrazor.mapping.ResultRow;
import dev.dbrazor.mapping.Stamp;
import dev.dbrazor.mapping.ValueType;
import dev.dbrazor.mapping.ValueTypes;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Table {@code people}, as the processor would write it. */
final class PersonMapping extends HandMapping<Person, UUID> {
  static final ValueType<BigDecimal> BALANCE = ValueTypes.decimal(2);
  static final ValueType<Person.Home> HOME = ValueTypes.json(new HomeJson(), true);
  static final ValueType<Person.Point> POINT = ValueTypes.json(new PointJson(), true);
  static final ValueType<List<String>> STRINGS =
      ValueTypes.json(JsonCodecs.list(JsonCodecs.STRING), true);
  static final ValueType<Set<UUID>> FRIENDS =
      ValueTypes.json(JsonCodecs.set(JsonCodecs.UUID), true);
  static final ValueType<Map<String, Integer>> COUNTS =
      ValueTypes.json(JsonCodecs.map(KeyCodecs.STRING, JsonCodecs.INT), true);

  static final PersonMapping INSTANCE = new PersonMapping();

  private PersonMapping() {
    super(
        "people",
        List.of(
            """
            CREATE TABLE people (
              _row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL,
              email TEXT UNIQUE, age INTEGER, visits INTEGER NOT NULL, level INTEGER NOT NULL,
              score REAL, balance INTEGER NOT NULL, active INTEGER NOT NULL, home TEXT,
              tags TEXT NOT NULL, friends TEXT, counts TEXT NOT NULL, updated_at INTEGER NOT NULL,
              version INTEGER NOT NULL CHECK (visits >= -1000),
              home_city TEXT GENERATED ALWAYS AS (json_extract(home, '$.city')) VIRTUAL
            ) STRICT""",
            "CREATE INDEX people_name ON people (name)",
            "CREATE INDEX people_home_city ON people (home_city)"),
        new Columns(
            List.of(
                "id",
                "name",
                "email",
                "age",
                "visits",
                "level",
                "score",
                "balance",
                "active",
                "home",
                "tags",
                "friends",
                "counts",
                "updated_at",
                "version",
                "home_city"),
            List.of(
                "id",
                "name",
                "email",
                "age",
                "visits",
                "level",
                "score",
                "balance",
                "active",
                "home",
                "tags",
                "friends",
                "counts",
                "updatedAt",
                "version",
                "home.city"),
            1,
            1,
            "unhex(value)",
            true,
            true,
            false));
  }

  @Override
  public boolean insertReturns() {
    return false;
  }

  @Override
  public UUID id(Person person) {
    return person.id();
  }

  @Override
  public long version(Person person) {
    return person.version();
  }

  @Override
  public Person inserted(Person person, Stamp stamp) {
    return stamped(person.id() == null ? person.withId(stamp.newUuid()) : person, stamp, 1);
  }

  @Override
  public Person updated(Person person, Stamp stamp) {
    return stamped(person, stamp, person.version() + 1);
  }

  private static Person stamped(Person p, Stamp stamp, int version) {
    return new Person(
        p.id(),
        p.name(),
        p.email(),
        p.age(),
        p.visits(),
        p.level(),
        p.score(),
        BALANCE.stored(p.balance()),
        p.active(),
        p.home(),
        p.tags(),
        p.friends(),
        p.counts(),
        stamp.now(),
        version);
  }

  @Override
  public void bindRow(Person person, Binder to) {
    bind(person, person.version(), to);
  }

  @Override
  public void bindUpdate(Person person, Binder to) {
    bind(person, person.version() - 1, to);
  }

  private static void bind(Person person, int version, Binder to) {
    to.value(1, person.id(), ValueTypes.UUID);
    to.text(2, person.name());
    to.textOrNull(3, person.email());
    to.int32OrNull(4, person.age());
    to.int64(5, person.visits());
    to.int16(6, person.level());
    to.float64OrNull(7, person.score());
    to.value(8, person.balance(), BALANCE);
    to.bool(9, person.active());
    to.valueOrNull(10, person.home(), HOME);
    to.value(11, person.tags(), STRINGS);
    to.valueOrNull(12, person.friends(), FRIENDS);
    to.value(13, person.counts(), COUNTS);
    to.value(14, person.updatedAt(), ValueTypes.INSTANT);
    to.int32(15, version);
  }

  @Override
  public void bindTouch(Stamp stamp, Binder to) {
    to.value(1, stamp.now(), ValueTypes.INSTANT);
  }

  @Override
  public void bindId(UUID id, Binder to) {
    to.value(1, id, ValueTypes.UUID);
  }

  @Override
  public Object listItem(UUID id) {
    return ValueTypes.UUID.listItem(id);
  }

  @Override
  public Person read(ResultRow row) {
    return new Person(
        row.value(0, ValueTypes.UUID),
        row.text(1),
        row.textOrNull(2),
        row.int32OrNull(3),
        row.int64(4),
        row.int16(5),
        row.float64OrNull(6),
        row.value(7, BALANCE),
        row.bool(8),
        row.valueOrNull(9, HOME),
        row.value(10, STRINGS),
        row.valueOrNull(11, FRIENDS),
        row.value(12, COUNTS),
        row.value(13, ValueTypes.INSTANT),
        row.int32(14));
  }

  private static final class HomeJson extends RecordCodec<Person.Home> {
    @Override
    protected void writeFields(JsonGenerator out, Person.Home home) throws IOException {
      field(out, "street", home.street(), JsonCodecs.STRING);
      fieldOrNull(out, "city", home.city(), JsonCodecs.STRING);
      fieldOrNull(out, "point", home.point(), new PointJson());
      field(out, "floor", home.floor(), JsonCodecs.INT);
    }

    @Override
    protected Person.Home readFields(JsonParser in) throws IOException {
      String street = null;
      String city = null;
      Person.Point point = null;
      Integer floor = null;
      while (nextField(in)) {
        switch (in.currentName()) {
          case "street" -> street = value(in, JsonCodecs.STRING);
          case "city" -> city = valueOrNull(in, JsonCodecs.STRING);
          case "point" -> point = valueOrNull(in, new PointJson());
          case "floor" -> floor = value(in, JsonCodecs.INT);
          default -> in.skipChildren();
        }
      }
      return new Person.Home(required("street", street), city, point, required("floor", floor));
    }
  }

  private static final class PointJson extends RecordCodec<Person.Point> {
    @Override
    protected void writeFields(JsonGenerator out, Person.Point point) throws IOException {
      field(out, "x", point.x(), JsonCodecs.INT);
      fieldOrNull(out, "exact", point.exact(), JsonCodecs.BOOLEAN);
      fieldOrNull(out, "notes", point.notes(), JsonCodecs.list(JsonCodecs.STRING));
    }

    @Override
    protected Person.Point readFields(JsonParser in) throws IOException {
      Integer x = null;
      Boolean exact = null;
      List<String> notes = null;
      while (nextField(in)) {
        switch (in.currentName()) {
          case "x" -> x = value(in, JsonCodecs.INT);
          case "exact" -> exact = valueOrNull(in, JsonCodecs.BOOLEAN);
          case "notes" -> notes = valueOrNull(in, JsonCodecs.list(JsonCodecs.STRING));
          default -> in.skipChildren();
        }
      }
      return new Person.Point(required("x", x), exact, notes);
    }
  }
}
