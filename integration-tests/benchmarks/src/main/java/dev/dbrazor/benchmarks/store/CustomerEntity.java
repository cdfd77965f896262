package dev.dbrazor.benchmarks.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A {@link Customer} as Hibernate wants it. */
@Entity
@Table(name = "customers")
class CustomerEntity implements CustomerView {
  @Id private long id;
  private String name = "";

  @JdbcTypeCode(SqlTypes.JSON)
  private Address address = new Address("", "", 0, 0);

  @JdbcTypeCode(SqlTypes.JSON)
  private List<String> tags = List.of();

  /** For Hibernate. */
  protected CustomerEntity() {}

  @Override
  public long id() {
    return id;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Address address() {
    return address;
  }

  @Override
  public List<String> tags() {
    return tags;
  }
}
