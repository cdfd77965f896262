package dev.dbrazor.benchmarks.store;

/** The queries of both ways of using Hibernate. */
final class HibernateQueries {
  static final String SCAN = "from PersonEntity";
  static final String PAGE = "from PersonEntity where age = :age order by joined";
  static final String COUNT = "select count(*) from PersonEntity where age between :from and :to";
  static final String CUSTOMERS = "from CustomerEntity";

  private HibernateQueries() {}
}
