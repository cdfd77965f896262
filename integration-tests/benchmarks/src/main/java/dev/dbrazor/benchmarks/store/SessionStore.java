package dev.dbrazor.benchmarks.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** Hibernate with sessions: a new one for each piece of work, as its guide says. */
final class SessionStore implements Store {
  private final OneConnection source;
  private final SessionFactory factory;

  SessionStore(Path file) throws SQLException {
    source = new OneConnection(file);
    factory = HibernateFactory.open(source);
  }

  @Override
  public void insertAll(List<Person> given) {
    factory.inTransaction(
        session -> {
          int waiting = 0;
          for (Person person : given) {
            session.persist(new PersonEntity(person));
            if (++waiting == HibernateFactory.BATCH) {
              session.flush();
              session.clear();
              waiting = 0;
            }
          }
        });
  }

  @Override
  public void readEach(long[] ids, Consumer<? super PersonView> into) {
    factory.inTransaction(
        session -> {
          session.setDefaultReadOnly(true);
          for (long id : ids) {
            into.accept(session.find(PersonEntity.class, id));
          }
        });
  }

  @Override
  public PersonEntity read(long id) {
    try (Session session = factory.openSession()) {
      return session.find(PersonEntity.class, id);
    }
  }

  @Override
  public List<PersonEntity> page(int age) {
    try (Session session = factory.openSession()) {
      return HibernateQueries.page(session, age).setReadOnly(true).getResultList();
    }
  }

  @Override
  public List<PersonEntity> scan() {
    try (Session session = factory.openSession()) {
      return HibernateQueries.scan(session).setReadOnly(true).getResultList();
    }
  }

  /** Finds each and changes it; the session writes what differs. */
  @Override
  public void updateEach(List<Person> given) {
    factory.inTransaction(
        session -> {
          for (Person person : given) {
            session.find(PersonEntity.class, person.id()).set(person);
          }
        });
  }

  @Override
  public void upsertEach(List<Person> given) {
    factory.inTransaction(
        session -> {
          for (Person person : given) {
            session.merge(new PersonEntity(person));
          }
        });
  }

  @Override
  public long count(int fromAge, int toAge) {
    try (Session session = factory.openSession()) {
      return HibernateQueries.count(session, fromAge, toAge);
    }
  }

  @Override
  public List<CustomerEntity> customers() {
    try (Session session = factory.openSession()) {
      return HibernateQueries.customers(session).setReadOnly(true).getResultList();
    }
  }

  @Override
  public void close() throws SQLException {
    factory.close();
    source.end();
  }
}
