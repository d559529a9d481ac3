package dk.borgermaaling.gateway.edge.tokens;

import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.kernel.Cvr;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Keeps access tokens in {@code ops.access_token}, by their hash. Times are the database's. */
public final class JdbiAccessTokens implements AccessTokens {
  private static final int BYTES = 32;
  private final Jdbi jdbi;
  private final SecureRandom random = new SecureRandom();

  public JdbiAccessTokens(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public String issue(Caller holder, Thumbprint issuer, String audience, Duration lifetime) {
    byte[] bits = new byte[BYTES];
    random.nextBytes(bits);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into ops.access_token"
                        + " (token_hash, certificate, issuer, cvr, roles, audience, expires_at)"
                        + " values (:hash, :certificate, :issuer, :cvr, :roles, :audience,"
                        + " now() + :seconds * interval '1 second')")
                .bind("hash", sha256(token))
                .bind("certificate", holder.certificate().bytes())
                .bind("issuer", issuer.bytes())
                .bind("cvr", holder.cvr().value())
                .bind("roles", holder.roles().toArray(String[]::new))
                .bind("audience", audience)
                .bind("seconds", lifetime.toSeconds())
                .execute());
    return token;
  }

  @Override
  public Optional<Held> find(String token, String audience) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select certificate, issuer, cvr, roles from ops.access_token"
                        + " where token_hash = :hash and audience = :audience"
                        + " and expires_at > now()")
                .bind("hash", sha256(token))
                .bind("audience", audience)
                .map(
                    (row, context) ->
                        new Held(
                            new Caller(
                                new Cvr(row.getString("cvr")),
                                thumbprint(row.getBytes("certificate")),
                                Set.of((String[]) row.getArray("roles").getArray())),
                            thumbprint(row.getBytes("issuer"))))
                .findOne());
  }

  /** Deletes what has expired; returns the number of rows. */
  public int forgetExpired() {
    return jdbi.withHandle(
        handle -> handle.execute("delete from ops.access_token where expires_at < now()"));
  }

  private static Thumbprint thumbprint(byte[] bytes) {
    return new Thumbprint(HexFormat.of().formatHex(bytes));
  }

  private static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
