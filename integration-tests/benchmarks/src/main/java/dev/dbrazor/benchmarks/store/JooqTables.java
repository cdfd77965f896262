package dev.dbrazor.benchmarks.store;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Insert;
import org.jooq.InsertValuesStep8;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record4;
import org.jooq.Record8;
import org.jooq.RecordMapper;
import org.jooq.Records;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.Update;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The tables, queries and mappers of both ways of using jOOQ. */
final class JooqTables {
  static final RecordMapper<
          Record8<Long, String, String, String, Integer, Double, Boolean, Long>, Person>
      PERSON = Records.mapping(Person::new);
  static final RecordMapper<Record4<Long, String, Address, List<String>>, Customer> CUSTOMER =
      Records.mapping(Customer::new);

  private static final Logger LOG = Logger.getLogger("org.jooq");
  private static final Table<Record> PEOPLE = table(name("people"));
  private static final Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
  private static final Field<String> NAME = field(name("name"), SQLDataType.VARCHAR);
  private static final Field<String> EMAIL = field(name("email"), SQLDataType.VARCHAR);
  private static final Field<String> CITY = field(name("city"), SQLDataType.VARCHAR);
  private static final Field<Integer> AGE = field(name("age"), SQLDataType.INTEGER);
  private static final Field<Double> SCORE = field(name("score"), SQLDataType.DOUBLE);
  private static final Field<Boolean> ACTIVE = field(name("active"), SQLDataType.BOOLEAN);
  private static final Field<Long> JOINED = field(name("joined"), SQLDataType.BIGINT);
  private static final Table<Record> CUSTOMERS = table(name("customers"));
  private static final Field<Address> ADDRESS =
      field(
          name("address"),
          SQLDataType.VARCHAR.asConvertedDataTypeFrom(Address.class, JdbcRows.Json::address));

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static final Field<List<String>> TAGS =
      (Field)
          field(
              name("tags"),
              SQLDataType.VARCHAR.asConvertedDataTypeFrom(List.class, JdbcRows.Json::tags));

  private final DSLContext context;

  JooqTables(OneConnection source) {
    Settings settings = new Settings().withExecuteLogging(false);
    context = DSL.using(source.getConnection(), SQLDialect.SQLITE, settings);
  }

  DSLContext context() {
    return context;
  }

  static OneConnection open(Path file) throws SQLException {
    LOG.setLevel(Level.WARNING);
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    return new OneConnection(file);
  }

  ResultQuery<Record8<Long, String, String, String, Integer, Double, Boolean, Long>> scan() {
    return context.select(ID, NAME, EMAIL, CITY, AGE, SCORE, ACTIVE, JOINED).from(PEOPLE);
  }

  ResultQuery<Record8<Long, String, String, String, Integer, Double, Boolean, Long>> read(long id) {
    return context
        .select(ID, NAME, EMAIL, CITY, AGE, SCORE, ACTIVE, JOINED)
        .from(PEOPLE)
        .where(ID.eq(id));
  }

  ResultQuery<Record8<Long, String, String, String, Integer, Double, Boolean, Long>> page(int age) {
    return context
        .select(ID, NAME, EMAIL, CITY, AGE, SCORE, ACTIVE, JOINED)
        .from(PEOPLE)
        .where(AGE.eq(age))
        .orderBy(JOINED)
        .limit(People.PAGE);
  }

  ResultQuery<Record1<Integer>> counted(int fromAge, int toAge) {
    return context.select(count()).from(PEOPLE).where(AGE.between(fromAge, toAge));
  }

  ResultQuery<Record4<Long, String, Address, List<String>>> customers() {
    return context.select(ID, NAME, ADDRESS, TAGS).from(CUSTOMERS);
  }

  Insert<Record> insert(Person person) {
    return values(person);
  }

  Update<Record> update(Person person) {
    return context
        .update(PEOPLE)
        .set(NAME, person.name())
        .set(EMAIL, person.email())
        .set(CITY, person.city())
        .set(AGE, person.age())
        .set(SCORE, person.score())
        .set(ACTIVE, person.active())
        .set(JOINED, person.joined())
        .where(ID.eq(person.id()));
  }

  Insert<Record> upsert(Person person) {
    return values(person)
        .onConflict(ID)
        .doUpdate()
        .set(NAME, excluded(NAME))
        .set(EMAIL, excluded(EMAIL))
        .set(CITY, excluded(CITY))
        .set(AGE, excluded(AGE))
        .set(SCORE, excluded(SCORE))
        .set(ACTIVE, excluded(ACTIVE))
        .set(JOINED, excluded(JOINED));
  }

  private InsertValuesStep8<Record, Long, String, String, String, Integer, Double, Boolean, Long>
      values(Person person) {
    return context
        .insertInto(PEOPLE, ID, NAME, EMAIL, CITY, AGE, SCORE, ACTIVE, JOINED)
        .values(
            person.id(),
            person.name(),
            person.email(),
            person.city(),
            person.age(),
            person.score(),
            person.active(),
            person.joined());
  }

  /** In one transaction. */
  void insertAll(List<Person> given) {
    context.transaction(
        inside -> {
          for (int from = 0; from < given.size(); from += Sql.BATCH) {
            insertSome(inside.dsl(), given.subList(from, Math.min(from + Sql.BATCH, given.size())));
          }
        });
  }

  private void insertSome(DSLContext inside, List<Person> some) {
    BatchBindStep batch = inside.batch(insert(some.get(0)));
    for (Person person : some) {
      batch = batch.bind(inInsert(person));
    }
    batch.execute();
  }

  /** The parameters of {@link #insert} and {@link #upsert}. */
  static @Nullable Object[] inInsert(Person person) {
    return new @Nullable Object[] {
      person.id(),
      person.name(),
      person.email(),
      person.city(),
      person.age(),
      person.score(),
      person.active(),
      person.joined()
    };
  }

  /** The parameters of {@link #update}. */
  static @Nullable Object[] inUpdate(Person person) {
    return new @Nullable Object[] {
      person.name(),
      person.email(),
      person.city(),
      person.age(),
      person.score(),
      person.active(),
      person.joined(),
      person.id()
    };
  }
}
