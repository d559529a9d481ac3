package dk.borgermaaling.schultz.file;

import dk.borgermaaling.schultz.Tenant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Puts a file that a person has uploaded where the sender's own lie; from there on it is one. */
public final class Uploads {
  private final Optional<FileSettings> settings;

  /**
   * @param settings empty when there is no folder: nothing can be uploaded
   */
  public Uploads(Optional<FileSettings> settings) {
    this.settings = settings;
  }

  public Optional<FileSettings> settings() {
    return settings;
  }

  /**
   * Puts the file there.
   *
   * @param told the checksum that the person has been given; empty when none
   * @return the content's checksum; empty when a file of that name waits already
   * @throws RefusedFile when the name or the checksum is not right
   */
  public Optional<Checksum> put(Tenant tenant, String name, byte[] content, String told)
      throws IOException {
    FileSettings to = settings.orElseThrow(() -> new IllegalStateException("there is no folder"));
    FileName fileName = new FileName(name);
    Checksum checksum = Checksum.of(new ByteArrayInputStream(content));
    String expected = told.strip().toLowerCase(Locale.ROOT);
    if (!expected.isEmpty() && !expected.equals(checksum.value())) {
      throw new RefusedFile(
          expected.matches("[0-9a-f]{64}") ? Refusal.CHECKSUM : Refusal.CHECKSUM_FORM);
    }
    return new DropFolder(to, tenant.name()).deliver(fileName, content, checksum)
        ? Optional.of(checksum)
        : Optional.empty();
  }
}
