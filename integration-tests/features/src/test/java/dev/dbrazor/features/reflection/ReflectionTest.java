package dev.dbrazor.features.reflection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.features.storage.Classes;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The byte code of runtime, annotations and generated classes calls nothing reflective. */
class ReflectionTest {
  private static final Pattern GENERATED =
      Pattern.compile("dev/dbrazor/features/.*(Dao|Mapping|Key|[A-Za-z]_)(\\$.*)?");

  private static final Set<String> OF_CLASS =
      Set.of(
          "forName",
          "newInstance",
          "getMethod",
          "getMethods",
          "getDeclaredMethod",
          "getDeclaredMethods",
          "getField",
          "getFields",
          "getDeclaredField",
          "getDeclaredFields",
          "getConstructor",
          "getConstructors",
          "getDeclaredConstructor",
          "getDeclaredConstructors",
          "getRecordComponents",
          "getEnumConstants",
          "getAnnotation",
          "getAnnotations");

  @Test
  void theRuntimeUsesNoReflection() throws IOException, URISyntaxException {
    List<ClassReader> runtime = Classes.beside(Database.class);
    assertTrue(runtime.size() > 100, "found " + runtime.size());
    assertEquals(List.of(), calls(runtime));
  }

  @Test
  void theAnnotationsUseNoReflection() throws IOException, URISyntaxException {
    assertEquals(List.of(), calls(Classes.beside(Id.class)));
  }

  @Test
  void generatedClassesUseNoReflection() throws IOException, URISyntaxException {
    List<ClassReader> generated =
        Classes.beside(ReflectionTest.class).stream()
            .filter(c -> GENERATED.matcher(c.getClassName()).matches())
            .toList();
    assertTrue(generated.size() > 60, "found " + generated.size());
    assertEquals(List.of(), calls(generated));
  }

  @Test
  void theTestItselfSeesReflection() throws IOException, URISyntaxException {
    List<String> own =
        calls(
            Classes.beside(ReflectionTest.class).stream()
                .filter(c -> c.getClassName().contains("ReflectionTest$Culprit"))
                .toList());
    assertEquals(5, own.size(), own.toString());
  }

  /** Does what the others may not. */
  static final class Culprit {
    private Culprit() {}

    static Object call() throws ReflectiveOperationException {
      Method method = Class.forName("java.lang.String").getMethod("length");
      return java.lang.invoke.MethodHandles.lookup().toString() + method.invoke("x");
    }
  }

  private static List<String> calls(List<ClassReader> classes) {
    List<String> calls = new ArrayList<>();
    for (ClassReader reader : classes) {
      reader.accept(new Calls(reader.getClassName(), calls), ClassReader.SKIP_DEBUG);
    }
    return calls;
  }

  private static boolean isReflective(String owner, String name) {
    return owner.startsWith("java/lang/reflect/")
        || owner.equals("java/lang/invoke/MethodHandles$Lookup")
        || owner.equals("java/lang/invoke/MethodHandles")
            && name.toLowerCase(Locale.ROOT).contains("lookup")
        || owner.startsWith("sun/misc/")
        || owner.equals("java/lang/Class") && OF_CLASS.contains(name);
  }

  /** Collects reflective calls. */
  private static final class Calls extends ClassVisitor {
    private final String type;
    private final List<String> calls;

    Calls(String type, List<String> calls) {
      super(Opcodes.ASM9);
      this.type = type;
      this.calls = calls;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String method,
        String of,
        @Nullable String generic,
        String @Nullable [] thrown) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String descriptor, boolean isInterface) {
          if (isReflective(owner, name)) {
            calls.add(type + "." + method + " calls " + owner + "." + name);
          }
        }
      };
    }
  }
}
