package dk.borgermaaling.gateway.beskedfordeler.rest;

import dk.borgermaaling.gateway.beskedfordeler.Taker;
import dk.borgermaaling.gateway.edge.ClientCertificate;
import dk.borgermaaling.gateway.kernel.Causes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One message a call, stored before it is answered. The edge has asked for a client certificate and
 * capped the size.
 */
public final class PushDoor {
  private static final Logger LOG = LoggerFactory.getLogger(PushDoor.class);
  private final Taker taker;
  private final TrustedSenders senders;
  private final String what;

  /**
   * @param what comes through it, for the log: for example {@code a receipt}
   */
  public PushDoor(Taker taker, TrustedSenders senders, String what) {
    this.taker = taker;
    this.senders = senders;
    this.what = what;
  }

  /** Beskedfordeler asks whether somebody is at home. */
  public Response probe(HttpServletRequest request) {
    senders.require(ClientCertificate.of(request).thumbprint());
    return PushAnswer.xml(PushAnswer.TAKEN);
  }

  /** Beskedfordeler delivers. */
  public Response receive(HttpServletRequest request, byte[] raw) {
    senders.require(ClientCertificate.of(request).thumbprint());
    Taker.Answer answer = take(raw);
    if (answer != Taker.Answer.TAKEN && answer != Taker.Answer.NOT_STORED) {
      LOG.warn("{} was not taken: {}, {} bytes, SHA-256 {}", what, answer, raw.length, sha256(raw));
    }
    return switch (answer) {
      case TAKEN -> PushAnswer.xml(PushAnswer.TAKEN);
      case UNREADABLE -> PushAnswer.xml(PushAnswer.UNREADABLE);
      case EMPTY -> PushAnswer.badRequest("The message is empty");
      case WITHOUT_ID -> PushAnswer.badRequest("The message has no BeskedId");
      case NOT_STORED -> PushAnswer.xml(PushAnswer.NOT_STORED);
    };
  }

  /** Whatever kept the message from being stored, Beskedfordeler must bring it again. */
  private Taker.Answer take(byte[] raw) {
    try {
      return taker.take(raw);
    } catch (RuntimeException e) {
      LOG.error(
          "{} could not be stored; Beskedfordeler was asked to bring it again: {}",
          what,
          Causes.trace(e));
      return Taker.Answer.NOT_STORED;
    }
  }

  private static String sha256(byte[] raw) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
