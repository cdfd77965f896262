package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface of own SQL: each abstract method carries a {@link Query}, and the class {@code
 * ReportsImpl} is generated beside {@code Reports}.
 *
 * <p>The interface is neither private nor generic. Default methods are kept as they are and may
 * call the others. What is generated is as public as the interface.
 *
 * <pre>{@code
 * @Dao
 * public interface Reports {
 *   @Query("SELECT count(*) FROM customers WHERE age >= :minAge")
 *   long adults(int minAge);
 * }
 * Reports reports = new ReportsImpl(db);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Dao {}
