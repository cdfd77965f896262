package dev.dbrazor.features.direction;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;

/**
 * What one compiled class refers to.
 *
 * @param type its name, with dots
 * @param types the names of all types in its constant pool, with dots
 */
record References(String type, Set<String> types) {
  private static final int CONSTANT_UTF8 = 1;
  private static final int CONSTANT_CLASS = 7;
  private static final Pattern DESCRIPTOR = Pattern.compile("L((?:[\\w$]+/)+[\\w$]+)[;<]");

  static References of(ClassReader reader) {
    Set<String> types = new TreeSet<>();
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      int tag = offset == 0 ? 0 : reader.readByte(offset - 1);
      if (tag == CONSTANT_CLASS) {
        String name = reader.readUTF8(offset, buffer);
        addDescriptors(name.startsWith("[") ? name : "L" + name + ";", types);
      } else if (tag == CONSTANT_UTF8) {
        addDescriptors(utf8(reader, offset), types);
      }
    }
    return new References(reader.getClassName().replace('/', '.'), types);
  }

  /** Without the class that it lies in. */
  String packageName() {
    return type.substring(0, Math.max(0, type.lastIndexOf('.')));
  }

  Set<String> packages() {
    return types.stream()
        .filter(t -> t.contains("."))
        .map(t -> t.substring(0, t.lastIndexOf('.')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void addDescriptors(String text, Set<String> types) {
    Matcher matcher = DESCRIPTOR.matcher(text);
    while (matcher.find()) {
      types.add(matcher.group(1).replace('/', '.'));
    }
  }

  private static String utf8(ClassReader reader, int offset) {
    StringBuilder text = new StringBuilder();
    int length = reader.readUnsignedShort(offset);
    for (int i = 0; i < length; i++) {
      text.append((char) (reader.readByte(offset + 2 + i) & 0x7f));
    }
    return text.toString();
  }
}
