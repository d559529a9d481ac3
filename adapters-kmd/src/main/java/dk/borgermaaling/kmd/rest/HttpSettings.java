package dk.borgermaaling.kmd.rest;

import java.time.Duration;

/**
 * How patient the client is.
 *
 * @param timeout longest wait for one answer, body included
 * @param pageSize rows of one page
 * @param attempts tries of one request in a run, the first included
 * @param pause before the second try; doubles with each further one, at most 16 times as long
 */
public record HttpSettings(Duration timeout, int pageSize, int attempts, Duration pause) {
  static final int LARGEST_PAGE = 1000;

  public HttpSettings {
    if (timeout.isNegative() || timeout.isZero() || pause.isNegative()) {
      throw new IllegalArgumentException("gateway.kmd.timeout must be above 0, pause not below");
    }
    if (pageSize < 1 || pageSize > LARGEST_PAGE || attempts < 1) {
      throw new IllegalArgumentException(
          "gateway.kmd.page-size must be 1 to 1000 and gateway.kmd.attempts at least 1");
    }
  }
}
