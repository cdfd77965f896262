package dev.dbrazor.plugin;

import java.time.Instant;
import java.util.Optional;

/**
 * One change in the audit log.
 *
 * @param number counts up in the order of the changes
 * @param at to the microsecond
 * @param actor who made it
 * @param collection empty for own SQL
 * @param recordId the id's text, as its {@code toString} gives it; empty for own SQL
 * @param before the record as its {@code toString} gives it; empty for a new one
 * @param after the same; empty for a deleted one; the statement of own SQL
 */
public record AuditEntry(
    long number,
    Instant at,
    String actor,
    String collection,
    String recordId,
    Optional<String> before,
    Optional<String> after) {}
