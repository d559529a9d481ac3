package dk.borgermaaling.gateway.response.jpa;

import dk.borgermaaling.gateway.response.SealedBuffer;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** {@code answers.sealed_answer} as the gateway's role sees it: INSERT and nothing else. */
public final class SqlSealedBuffer implements SealedBuffer {
  private final Jdbi gateway;

  public SqlSealedBuffer(Jdbi gateway) {
    this.gateway = gateway;
  }

  @Override
  public void add(byte[] sealed, LocalDate receivedOn) {
    gateway.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO answers.sealed_answer (id, received_on, sealed) VALUES (?, ?, ?)",
                UUID.randomUUID(),
                receivedOn,
                sealed));
  }
}
