/** Reads interfaces of own SQL; holds their rules and messages. */
@NullMarked
package dev.dbrazor.processor.dao.read;

import org.jspecify.annotations.NullMarked;
