package dev.dbrazor.benchmarks.store;

import org.hibernate.query.QueryProducer;
import org.hibernate.query.SelectionQuery;

/** The queries of both ways of using Hibernate. */
final class HibernateQueries {
  private HibernateQueries() {}

  static SelectionQuery<PersonEntity> scan(QueryProducer session) {
    return session.createSelectionQuery("from PersonEntity", PersonEntity.class);
  }

  static SelectionQuery<PersonEntity> page(QueryProducer session, int age) {
    return session
        .createSelectionQuery(
            "from PersonEntity where age = :age order by joined", PersonEntity.class)
        .setParameter("age", age)
        .setMaxResults(People.PAGE);
  }

  static long count(QueryProducer session, int fromAge, int toAge) {
    return session
        .createSelectionQuery(
            "select count(*) from PersonEntity where age between :from and :to", Long.class)
        .setParameter("from", fromAge)
        .setParameter("to", toAge)
        .getSingleResult();
  }

  static SelectionQuery<CustomerEntity> customers(QueryProducer session) {
    return session.createSelectionQuery("from CustomerEntity", CustomerEntity.class);
  }
}
