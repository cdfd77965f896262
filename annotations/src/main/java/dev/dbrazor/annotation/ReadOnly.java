package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Promises that a {@link Query}, or each one of a {@link Dao} interface, only reads; one that
 * writes is a compile error.
 *
 * <pre>{@code
 * @Dao
 * @ReadOnly
 * public interface Reports {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ReadOnly {}
