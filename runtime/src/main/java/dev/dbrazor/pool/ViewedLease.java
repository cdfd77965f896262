package dev.dbrazor.pool;

/** A lease whose session is seen in another way; keeps the lease reachable. */
record ViewedLease(Lease lease, Session session) implements Lease {
  @Override
  public void close() {
    lease.close();
  }
}
