/** Plans, slow queries, and the guard against full scans. */
@NullMarked
package dev.dbrazor.features.plans;

import org.jspecify.annotations.NullMarked;
