/** Own SQL: interfaces marked {@code @Dao}, on real files. */
@NullMarked
package dev.dbrazor.features.dao;

import org.jspecify.annotations.NullMarked;
