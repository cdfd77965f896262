package dev.dbrazor.benchmarks.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** Hibernate with stateless sessions. */
final class StatelessStore implements Store {
  private final OneConnection source;
  private final SessionFactory factory;

  StatelessStore(Path file) throws SQLException {
    source = new OneConnection(file);
    factory = HibernateFactory.open(source);
  }

  @Override
  public void insertAll(List<Person> given) {
    factory.inStatelessTransaction(
        session -> session.insertMultiple(given.stream().map(PersonEntity::new).toList()));
  }

  @Override
  public void readEach(long[] ids, Consumer<? super PersonView> into) {
    factory.inStatelessTransaction(
        session -> {
          for (long id : ids) {
            into.accept(session.get(PersonEntity.class, id));
          }
        });
  }

  @Override
  public PersonEntity read(long id) {
    try (StatelessSession session = factory.openStatelessSession()) {
      return session.get(PersonEntity.class, id);
    }
  }

  @Override
  public List<PersonEntity> page(int age) {
    try (StatelessSession session = factory.openStatelessSession()) {
      return HibernateQueries.page(session, age).getResultList();
    }
  }

  @Override
  public List<PersonEntity> scan() {
    try (StatelessSession session = factory.openStatelessSession()) {
      return HibernateQueries.scan(session).getResultList();
    }
  }

  @Override
  public void updateEach(List<Person> given) {
    factory.inStatelessTransaction(
        session -> {
          for (Person person : given) {
            session.update(new PersonEntity(person));
          }
        });
  }

  @Override
  public void upsertEach(List<Person> given) {
    factory.inStatelessTransaction(
        session -> {
          for (Person person : given) {
            session.upsert(new PersonEntity(person));
          }
        });
  }

  @Override
  public long count(int fromAge, int toAge) {
    try (StatelessSession session = factory.openStatelessSession()) {
      return HibernateQueries.count(session, fromAge, toAge);
    }
  }

  @Override
  public List<CustomerEntity> customers() {
    try (StatelessSession session = factory.openStatelessSession()) {
      return HibernateQueries.customers(session).getResultList();
    }
  }

  @Override
  public void close() throws SQLException {
    factory.close();
    source.end();
  }
}
