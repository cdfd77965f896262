/** DBRazor's test kit: an extension for JUnit Jupiter. */
module dev.dbrazor.testing {
  requires transitive dev.dbrazor;
  requires static transitive org.jspecify;
  requires transitive org.junit.jupiter.api;

  exports dev.dbrazor.testing;
}
