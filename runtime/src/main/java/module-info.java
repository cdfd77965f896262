/** DBRazor's runtime: what users open and generated code calls. */
module dev.dbrazor {
  requires transitive dev.dbrazor.annotation;
  requires static transitive org.jspecify;
  requires transitive com.fasterxml.jackson.core;
  requires static com.fasterxml.jackson.databind;
  requires static com.github.benmanes.caffeine;
  requires static jakarta.validation;
  requires java.sql;
  requires static jdk.jfr;
  requires org.xerial.sqlitejdbc;

  uses dev.dbrazor.driver.DriverProvider;

  exports dev.dbrazor;
  exports dev.dbrazor.driver;
  exports dev.dbrazor.json;
  exports dev.dbrazor.mapping;
  exports dev.dbrazor.plugin;
  exports dev.dbrazor.query;
}
