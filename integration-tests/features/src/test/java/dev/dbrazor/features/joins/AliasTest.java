package dev.dbrazor.features.joins;

import static dev.dbrazor.query.Expressions.exists;
import static dev.dbrazor.query.Expressions.max;
import static dev.dbrazor.query.Expressions.notExists;
import static dev.dbrazor.query.Expressions.scalar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.MappingException;
import dev.dbrazor.query.Page;
import dev.dbrazor.query.Pair;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** One collection several times in a query. */
class AliasTest extends Shop {
  private final Employee_.Alias boss = Employee_.as("boss");
  private Employee ann;
  private Employee ben;
  private Employee cid;

  @BeforeEach
  void hire() {
    ann = employees.insert(new Employee(0, "Ann", null, 900));
    ben = employees.insert(new Employee(0, "Ben", ann.id(), 500));
    cid = employees.insert(new Employee(0, "Cid", ben.id(), 600));
  }

  @Test
  void selfJoinsGiveBothRecords() {
    assertEquals(
        List.of(new Pair<>(ben, ann), new Pair<>(cid, ben)),
        employees
            .query()
            .join(Employee_.managerId, boss.id)
            .orderBy(Employee_.name.asc())
            .toPairs());
    assertEquals(
        List.of(cid),
        employees
            .query()
            .join(Employee_.managerId, boss.id)
            .where(Employee_.salary.gt(boss.salary))
            .toList());
    assertEquals(
        List.of(new Pair<>(ann, Optional.empty())),
        employees.query().leftJoin(Employee_.managerId, boss.id).where(boss.id.isNull()).toPairs());
  }

  @Test
  void threeGenerationsAreJoined() {
    Employee_.Alias top = Employee_.as("order");
    record Line(String name, String boss, String top) {}
    assertEquals(
        List.of(new Line("Cid", "Ben", "Ann")),
        employees
            .query()
            .join(Employee_.managerId, boss.id)
            .join(boss.managerId, top.id)
            .select(Employee_.name, boss.name, top.name, Line::new)
            .toList());
  }

  @Test
  void aQueryRunsOverAnAlias() {
    assertEquals(
        List.of(cid, ann),
        employees.as("boss").where(boss.salary.gt(550)).orderBy(boss.salary.asc()).toList());
    assertEquals(2, employees.as("boss").where(boss.salary.gt(550)).count());
    assertThrows(
        InvalidArgumentException.class,
        () -> employees.as("boss").update(Employee_.salary.increment(1)));
    assertEquals(1, employees.as("boss").where(boss.salary.eq(500)).limit(5).delete());
    Page<Employee> page = employees.as("boss").orderBy(boss.salary.desc()).page(1);
    assertEquals(List.of(ann), page.items());
    assertEquals(
        List.of(cid),
        employees.as("boss").orderBy(boss.salary.desc()).page(1, page.next().get()).items());
  }

  @Test
  void subqueriesSpeakOfTheRowAroundThem() {
    Employee_.Alias other = Employee_.as("other");
    assertEquals(
        List.of(ann, ben),
        employees
            .where(exists(employees.as("other").where(other.managerId.eq(Employee_.id))))
            .orderBy(Employee_.id.asc())
            .toList());
    assertEquals(
        List.of(cid),
        employees
            .where(notExists(employees.as("other").where(other.managerId.eq(Employee_.id))))
            .toList());
    assertEquals(
        List.of(ann),
        employees
            .where(Employee_.salary.eq(scalar(employees.as("other").select(max(other.salary)))))
            .toList());
  }

  @Test
  void messagesNameTheAlias() {
    record Strict(String name, long manager) {}
    MappingException e =
        assertThrows(
            MappingException.class,
            () -> employees.as("boss").select(boss.name, boss.managerId, Strict::new).toList());
    assertTrue(e.getMessage().contains("boss.managerId"), e.getMessage());
  }

  @Test
  void pathsOfAnotherAliasAreNamed() {
    for (Executable asked :
        List.<Executable>of(
            () -> employees.where(boss.salary.gt(1)).toList(),
            () -> employees.where(boss.salary.gt(1)).count(),
            () -> employees.where(boss.salary.gt(1)).delete(),
            () -> employees.where(boss.salary.gt(1)).update(Employee_.salary.set(1)),
            () -> employees.query().select(boss.salary).toList(),
            () -> employees.query().orderBy(boss.salary.asc()).first(),
            () -> employees.query().groupBy(boss.salary).select(boss.salary).toList(),
            () -> employees.where(boss.salary.eq(Employee_.salary)).exists())) {
      InvalidArgumentException error = assertThrows(InvalidArgumentException.class, asked);
      assertEquals(
          "boss.salary is no path of this query, which asks employees; use a path of that, or join"
              + " boss",
          error.getMessage());
    }
    InvalidArgumentException own =
        assertThrows(
            InvalidArgumentException.class,
            () -> employees.as("boss").where(Employee_.salary.gt(1)).toList());
    assertTrue(own.getMessage().startsWith("employees.salary is no path"), own.getMessage());
    assertEquals(3, employees.count());
  }

  @Test
  void subqueriesSeeThePathsAroundThem() {
    assertEquals(
        List.of(ann, ben),
        employees
            .as("boss")
            .where(exists(employees.where(Employee_.managerId.eq(boss.id))))
            .orderBy(boss.name.asc())
            .toList());
  }
}
