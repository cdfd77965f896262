package dev.dbrazor.benchmarks.store;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.community.dialect.SQLiteDialect;

/** How both ways of using Hibernate are set up: nothing but what its guide says about speed. */
final class HibernateFactory {
  /** In the range that its guide advises. */
  static final int BATCH = 50;

  private static final Logger LOG = Logger.getLogger("org.hibernate");

  private HibernateFactory() {}

  static SessionFactory open(OneConnection source) {
    LOG.setLevel(Level.WARNING);
    Configuration configuration = new Configuration();
    configuration.addAnnotatedClass(PersonEntity.class);
    configuration.addAnnotatedClass(CustomerEntity.class);
    configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, source);
    configuration.setProperty(AvailableSettings.DIALECT, SQLiteDialect.class.getName());
    configuration.setProperty(AvailableSettings.STATEMENT_BATCH_SIZE, Integer.toString(BATCH));
    configuration.setProperty(AvailableSettings.ORDER_UPDATES, "true");
    return configuration.buildSessionFactory();
  }
}
