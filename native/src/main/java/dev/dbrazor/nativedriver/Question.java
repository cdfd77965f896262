package dev.dbrazor.nativedriver;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.BooleanSupplier;

/** A question of Java's as a function the engine can call while a statement runs. */
final class Question {
  private static final FunctionDescriptor TYPE = FunctionDescriptor.of(JAVA_INT, JAVA_LONG);
  private static final MethodHandle STOP;

  static {
    try {
      STOP =
          MethodHandles.lookup()
              .findVirtual(Question.class, "stop", MethodType.methodType(int.class, long.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final BooleanSupplier asked;

  private Question(BooleanSupplier asked) {
    this.asked = asked;
  }

  /** Callable as long as the arena lives. */
  @SuppressWarnings("restricted")
  static MemorySegment in(Arena arena, BooleanSupplier asked) {
    return Linker.nativeLinker().upcallStub(STOP.bindTo(new Question(asked)), TYPE, arena);
  }

  /** The engine stops at any number but 0. An exception must not cross its frames. */
  private int stop(long unused) {
    try {
      return asked.getAsBoolean() ? 1 : 0;
    } catch (RuntimeException e) {
      return 1;
    }
  }
}
