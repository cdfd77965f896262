/**
 * What a user writes on records: annotations, their enums, and {@link
 * dev.dbrazor.annotation.Converter}. All of it is read while compiling and none of it at run time.
 */
package dev.dbrazor.annotation;
