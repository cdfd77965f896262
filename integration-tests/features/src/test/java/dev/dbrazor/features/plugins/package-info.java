/** Plugins, on every path and under attack. */
@NullMarked
package dev.dbrazor.features.plugins;

import org.jspecify.annotations.NullMarked;
