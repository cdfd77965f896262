/** Schemas that change: files of versions, plans, upgrades, and what must not happen on the way. */
@NullMarked
package dev.dbrazor.features.migrations;

import org.jspecify.annotations.NullMarked;
