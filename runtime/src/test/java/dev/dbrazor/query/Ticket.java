package dev.dbrazor.query;

import dev.dbrazor.Database;
import dev.dbrazor.mapping.Binder;
import dev.dbrazor.mapping.ResultRow;
import dev.dbrazor.mapping.Stamp;
import java.util.List;

/** A record whose key the database makes. */
record Ticket(long id, String title) {
  /** Table {@code tickets}. */
  static final class TicketMapping extends HandMapping<Ticket, Long> {
    static final TicketMapping INSTANCE = new TicketMapping();

    private TicketMapping() {
      super(
          "tickets",
          List.of(
              "CREATE TABLE tickets (id INTEGER PRIMARY KEY, title TEXT NOT NULL UNIQUE) STRICT"),
          new Columns(
              List.of("id", "title"), List.of("id", "title"), 0, 1, "value", false, false, true));
    }

    @Override
    public boolean insertReturns() {
      return false;
    }

    @Override
    public Long id(Ticket ticket) {
      return ticket.id();
    }

    @Override
    public boolean needsKey(Ticket ticket) {
      return ticket.id() == 0;
    }

    @Override
    public Ticket inserted(Ticket ticket, Stamp stamp) {
      return new Ticket(ticket.id() == 0 ? stamp.newKey() : ticket.id(), ticket.title());
    }

    @Override
    public Ticket updated(Ticket ticket, Stamp stamp) {
      return ticket;
    }

    @Override
    public void bindRow(Ticket ticket, Binder to) {
      to.key(1, ticket.id());
      to.text(2, ticket.title());
    }

    @Override
    public void bindId(Long id, Binder to) {
      to.int64(1, id);
    }

    @Override
    public Object listItem(Long id) {
      return id;
    }

    @Override
    public Ticket read(ResultRow row) {
      return new Ticket(row.int64(0), row.text(1));
    }
  }

  /** The data access object. */
  static final class TicketDao extends CollectionDao<Ticket, Long> {
    TicketDao(Database db) {
      super(db, TicketMapping.INSTANCE);
    }
  }
}
