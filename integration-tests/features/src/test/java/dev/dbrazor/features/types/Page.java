package dev.dbrazor.features.types;

import org.jspecify.annotations.Nullable;

/** A nested record of two components, so that it is a document and no wrapper. */
record Page(String text, @Nullable String remark) {
  Page(String text) {
    this(text, null);
  }
}
