package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Will make a text component searchable by its words.
 *
 * <p><strong>This version of the processor rejects the annotation with a compile error.</strong> It
 * will keep a full-text index (SQLite's FTS5) of the component up to date within each transaction,
 * for ranked search through the DAO.
 *
 * <pre>{@code
 * public record Article(@Id UUID id, String title, @FullText String body) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface FullText {}
