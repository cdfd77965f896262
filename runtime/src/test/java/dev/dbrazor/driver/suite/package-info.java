/** What every driver must do; each runs these suites. */
package dev.dbrazor.driver.suite;
