package dev.dbrazor.processor.write;

import com.squareup.javapoet.CodeBlock;

/** SQL as it stands in Java: a plain string where that reads well, else a text block. */
final class Literals {
  private static final int LONGEST_LINE = 64;

  private Literals() {}

  // """
  //     SELECT id, "order"
  //     FROM customers"""
  //
  // $L and not $S: the latter breaks strings apart at each line.
  static CodeBlock sql(String text) {
    if (text.length() <= LONGEST_LINE
        && !text.contains("\n")
        && !text.contains("\"")
        && !text.contains("\\")) {
      return CodeBlock.of("$S", text);
    }
    String escaped = text.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"");
    if (escaped.endsWith("\"")) {
      escaped = escaped.substring(0, escaped.length() - 1) + "\\\"";
    }
    return CodeBlock.of("$L", "\"\"\"\n    " + escaped.replace("\n", "\n    ") + "\"\"\"");
  }
}
