package dk.borgermaaling.gateway.edge.replay;

import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps messages in {@code intake.replay}. Times are the database's, so that nodes agree. Two
 * copies that come at once wait for each other on the primary key.
 */
public final class JdbiReplayLog implements ReplayLog {
  private final Jdbi jdbi;
  private final Duration retention;

  /**
   * @param retention how long a message is remembered, counted from its arrival; longer than a
   *     message's window and the clock skew
   */
  public JdbiReplayLog(Jdbi jdbi, Duration retention) {
    if (retention.compareTo(Duration.ofMinutes(15)) < 0) {
      throw new IllegalArgumentException("messages must be remembered for 15 minutes or more");
    }
    this.jdbi = jdbi;
    this.retention = retention;
  }

  @Override
  public boolean firstTime(MunicipalityCode municipality, Thumbprint signer, String messageId) {
    int rows =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "insert into intake.replay"
                            + " (municipality_code, message_hash, signer, expires_at)"
                            + " values (:municipality, :message, :signer,"
                            + " now() + :seconds * interval '1 second')"
                            + " on conflict do nothing")
                    .bind("municipality", municipality.value())
                    .bind("message", sha256(messageId))
                    .bind("signer", signer.bytes())
                    .bind("seconds", retention.toSeconds())
                    .execute());
    return rows == 1;
  }

  /** Deletes what need not be remembered any more; returns the number of rows. */
  public int forgetExpired() {
    return jdbi.withHandle(
        handle -> handle.execute("delete from intake.replay where expires_at < now()"));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
