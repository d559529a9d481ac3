package dk.borgermaaling.gateway.access.kombit;

import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * Who holds tokens: one function certificate, and HTTP whose TLS presents it. A token and the
 * connection that it is shown on come from one of these, so that a change of the certificate parts
 * none from its key. Equal when the certificate is.
 */
public final class TokenHolder {
  private final FunctionCertificate certificate;
  private final KombitHttp http;
  private final KombitHttp bare;

  private TokenHolder(FunctionCertificate certificate, KombitHttp http, KombitHttp bare) {
    this.certificate = certificate;
    this.http = http;
    this.bare = bare;
  }

  static TokenHolder of(FunctionCertificate certificate, HttpLimits limits) {
    return new TokenHolder(
        certificate, limits.http(certificate.tls()), limits.http(certificate.bareTls()));
  }

  public FunctionCertificate certificate() {
    return certificate;
  }

  /** Calls over mutual TLS. */
  public KombitHttp http() {
    return http;
  }

  /** Calls without a client certificate. */
  KombitHttp bare() {
    return bare;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenHolder holder
        && certificate.thumbprint().equals(holder.certificate.thumbprint());
  }

  @Override
  public int hashCode() {
    return certificate.thumbprint().hashCode();
  }

  /** The certificate stands in the log when it changes. */
  @Override
  public String toString() {
    return certificate.key().toString();
  }

  /**
   * Limits of a call, whoever makes it.
   *
   * @param connect for the connection alone, shorter than {@code call}
   * @param call for one whole call
   * @param largestAnswer bytes
   */
  public record HttpLimits(Duration connect, Duration call, int largestAnswer) {
    KombitHttp http(SSLContext tls) {
      return new KombitHttp(KombitHttp.client(tls, connect), call, largestAnswer);
    }
  }
}
