/** The driver over sqlite-jdbc; the only importer of {@code java.sql} and {@code org.sqlite}. */
@NullMarked
package dev.dbrazor.driver.jdbc;

import org.jspecify.annotations.NullMarked;
