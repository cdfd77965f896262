package dev.dbrazor.query;

import dev.dbrazor.json.KeyCodecs;
import dev.dbrazor.mapping.ValueTypes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The paths of {@link Person}, as the processor would write them. */
final class Person_ {
  private static final Source<Person> SOURCE = Source.of(PersonMapping.INSTANCE);
  static final ScalarPath<Person, UUID> id = new ScalarPath<>(SOURCE.column("id"), ValueTypes.UUID);
  static final StringPath<Person> name = new StringPath<>(SOURCE.column("name"));
  static final StringPath<Person> email = new StringPath<>(SOURCE.column("email").nullable());
  static final IntPath<Person> age = new IntPath<>(SOURCE.column("age").nullable());
  static final LongPath<Person> visits = new LongPath<>(SOURCE.column("visits"));
  static final NumberPath<Person, Short> level =
      new NumberPath<>(SOURCE.column("level"), ValueTypes.SHORT);
  static final NumberPath<Person, Double> score =
      new NumberPath<>(SOURCE.column("score").nullable(), ValueTypes.DOUBLE);
  static final NumberPath<Person, BigDecimal> balance =
      new NumberPath<>(SOURCE.column("balance"), PersonMapping.BALANCE);
  static final BooleanPath<Person> active = new BooleanPath<>(SOURCE.column("active"));
  static final HomePath home = new HomePath(SOURCE.column("home").nullable());
  static final CollectionPath<Person, List<String>, String> tags =
      new CollectionPath<>(SOURCE.column("tags"), PersonMapping.STRINGS, ValueTypes.STRING, false);
  static final CollectionPath<Person, Set<UUID>, UUID> friends =
      new CollectionPath<>(
          SOURCE.column("friends").nullable(), PersonMapping.FRIENDS, ValueTypes.UUID, true);
  static final MapPath<Person, String, Map<String, Integer>, IntPath<Person>> counts =
      new MapPath<>(SOURCE.column("counts"), PersonMapping.COUNTS, KeyCodecs.STRING, IntPath::new);
  static final ScalarPath<Person, Instant> updatedAt =
      new ScalarPath<>(SOURCE.column("updated_at"), ValueTypes.INSTANT);
  static final IntPath<Person> version = new IntPath<>(SOURCE.column("version"));

  private Person_() {}

  static StringPath<Person> nameAs(String alias) {
    return new StringPath<>(SOURCE.as(alias).column("name"));
  }

  static final class HomePath extends RecordPath<Person, Person.Home> {
    final StringPath<Person> street;
    final StringPath<Person> city;
    final PointPath point;
    final IntPath<Person> floor;

    HomePath(Location<Person> at) {
      super(at, PersonMapping.HOME);
      street = new StringPath<>(at.at("street"));
      city = new StringPath<>(at.at("city").nullable().generatedAs("home_city"));
      point = new PointPath(at.at("point").nullable());
      floor = new IntPath<>(at.at("floor"));
    }
  }

  static final class PointPath extends RecordPath<Person, Person.Point> {
    final IntPath<Person> x;
    final BooleanPath<Person> exact;
    final CollectionPath<Person, List<String>, String> notes;

    PointPath(Location<Person> at) {
      super(at, PersonMapping.POINT);
      x = new IntPath<>(at.at("x"));
      exact = new BooleanPath<>(at.at("exact").nullable());
      notes =
          new CollectionPath<>(
              at.at("notes").nullable(), PersonMapping.STRINGS, ValueTypes.STRING, false);
    }
  }
}
