package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method of a collection's record that leads its rows from one version to the next.
 *
 * <p>With two parameters, generated views of a row before and after, it is called for each row
 * while the table is rebuilt: what both versions have is filled in already, the rest is the
 * method's to set. With one parameter, {@code dev.dbrazor.UpgradeSql}, it is called once, after the
 * table has its new form, in the same transaction. What it throws undoes the whole migration.
 *
 * <p>Both versions need their schema files in the folder named by {@code -Adbrazor.schema.dir}; the
 * views are generated from them.
 *
 * <pre>{@code
 * @Upgrade(to = 3)
 * static void splitName(Customer_V2 old, Customer_V3 now) {
 *   now.firstName(old.name().split(" ")[0]);
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Upgrade {
  /** The version it leads to, from the one before. */
  int to();

  /**
   * An SQL query, on the tables as they are before the step, whose first value says whether the
   * method is called; empty, the default, for always.
   */
  String when() default "";
}
