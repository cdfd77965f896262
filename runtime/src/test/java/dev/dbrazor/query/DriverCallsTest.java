package dev.dbrazor.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dbrazor.Database;
import dev.dbrazor.mapping.StampSource;
import dev.dbrazor.pool.Work;
import dev.dbrazor.query.Ticket.TicketMapping;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often the engine is called for a row: what does not depend on the clock, but makes it. */
class DriverCallsTest {
  private static final int ROWS = 250;

  private final Table<Ticket> table =
      Table.of(
          () -> {
            throw new AssertionError("the test has a session of its own");
          },
          () -> null,
          StampSource.SYSTEM,
          TicketMapping.INSTANCE);
  private final RowWrites<Ticket, Long> rows =
      new RowWrites<>(TicketMapping.INSTANCE, table.names(), StampSource.SYSTEM);
  private final CallCount calls = new CallCount();
  private Database db;

  @BeforeEach
  void fill() {
    db = Database.inMemory();
    new Ticket.TicketDao(db)
        .insertAll(IntStream.rangeClosed(1, ROWS).mapToObj(i -> new Ticket(i, "t" + i)).toList());
  }

  @AfterEach
  void close() {
    db.close();
  }

  private <T> T read(Work<T> work) {
    return db.sessions().read(session -> work.on(calls.counting(session)));
  }

  private <T> T write(Work<T> work) {
    return db.sessions().write(session -> work.on(calls.counting(session)));
  }

  @Test
  void scanReadsEachColumnOnceAndNoTypes() {
    BoundSql all = new BoundSql("SELECT id, title FROM tickets", List.of(), List.of());
    assertEquals(ROWS, read(session -> Rows.all(session, all, table)).size());
    assertEquals("{close=1, int64=250, prepare=1, readAhead=1, step=251, text=250}", calls.of());
  }

  @Test
  void readByKeyStepsOnce() {
    assertEquals("t7", read(session -> rows.byId(session, 7L)).title());
    assertEquals("{bindInt64=1, close=1, int64=1, prepare=1, step=1, text=1}", calls.of());
  }

  @Test
  void updateReadsNothingBack() {
    Ticket changed = new Ticket(7, "seven");
    assertEquals(changed, write(session -> rows.update(session, changed, changed)));
    assertEquals("{bindInt64=1, bindText=1, changes=1, close=1, prepare=1, step=1}", calls.of());
  }

  @Test
  void upsertReadsNothingBackWhereJavaKnowsTheRow() {
    Ticket changed = new Ticket(7, "seven");
    assertEquals(changed, write(session -> rows.upsert(session, changed)));
    assertEquals("{bindInt64=1, bindText=1, changes=1, close=1, prepare=1, step=1}", calls.of());
  }

  @Test
  void hundredRowsAreStoredByOneStatement() {
    CountingSessions counting = new CountingSessions(db.sessions());
    PlainWrites<Ticket, Long> writes =
        new PlainWrites<>(() -> counting, TicketMapping.INSTANCE, table);
    writes.upsertAll(IntStream.rangeClosed(1, 100).mapToObj(i -> new Ticket(i, "u" + i)).toList());
    assertEquals(1, counting.statements.size(), counting.statements.toString());
  }

  @Test
  void repeatedReadsPrepareOnce() {
    Ticket.TicketDao tickets = new Ticket.TicketDao(db);
    tickets.findById(1L);
    long before = db.stats().statementMisses();
    for (long id = 1; id <= ROWS; id++) {
      tickets.findById(id);
    }
    assertEquals(before, db.stats().statementMisses());
  }
}
