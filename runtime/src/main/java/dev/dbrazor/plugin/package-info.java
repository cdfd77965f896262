/** Plugins that come with the library; register them with {@link dev.dbrazor.Database#use}. */
@NullMarked
package dev.dbrazor.plugin;

import org.jspecify.annotations.NullMarked;
