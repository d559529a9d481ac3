package dk.borgermaaling.gateway.response;

import java.util.UUID;

/** A row of the buffer. */
public final class SealedRow {
  private final UUID id;
  private final byte[] sealed;

  public SealedRow(UUID id, byte[] sealed) {
    this.id = id;
    this.sealed = sealed.clone();
  }

  public UUID id() {
    return id;
  }

  public byte[] sealed() {
    return sealed.clone();
  }
}
