package dev.dbrazor.processor.write;

import java.util.StringJoiner;

/** Javadoc text broken into lines, as a person would. */
final class Javadocs {
  private static final int WIDTH = 92;

  private Javadocs() {}

  /** The paragraph in lines of at most {@value #WIDTH} characters, where its words allow. */
  static String paragraph(String text) {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    return lines.add(line).toString();
  }
}
