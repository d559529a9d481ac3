package dk.borgermaaling.gateway.notification.kombit;

import dk.borgermaaling.gateway.access.kombit.SafeXml;
import dk.borgermaaling.gateway.access.kombit.SafeXml.UnsafeXml;
import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.notification.Failure;
import dk.borgermaaling.gateway.notification.FailureClass;
import dk.borgermaaling.gateway.notification.SendOutcome;
import java.util.Optional;
import java.util.UUID;
import org.w3c.dom.Element;

/**
 * Reads what KombiPostAfsend answered. 200 with {@code Result} true means taken, false means
 * refused; an answer that says neither leaves open whether the message was taken. Who is turned
 * away at the door (not let in, no such service, sent elsewhere, too many) may come again: the
 * agreement, the address or the load will be mended.
 */
final class KombiAnswer {
  private static final String REASON = "HovedoplysningerSvarREST";

  private KombiAnswer() {}

  /**
   * The outcome.
   *
   * @param by of a letter no FejlTekst is kept: it may repeat name and address
   */
  static SendOutcome read(int status, byte[] body, Channel by) {
    if (status == 200) {
      return success(body, by);
    }
    if (status < 300 || status >= 500 || status == 408) {
      return new SendOutcome.Unknown("the service answered " + status);
    }
    Failure failure = failure(kind(status), status, body, by);
    return failure.kind().mayBeMended()
        ? new SendOutcome.NotSent(failure)
        : new SendOutcome.Refused(failure);
  }

  private static SendOutcome success(byte[] body, Channel by) {
    try {
      Element root = SafeXml.parse(body);
      String result = SafeXml.text(root, "Result").orElse("");
      if ("true".equalsIgnoreCase(result) || "1".equals(result)) {
        return new SendOutcome.Accepted(
            SafeXml.text(root, "TransmissionID").flatMap(KombiAnswer::uuid).orElse(null));
      }
      if ("false".equalsIgnoreCase(result) || "0".equals(result)) {
        return new SendOutcome.Refused(
            new Failure(FailureClass.OTHER, fault(root, by).orElse("refused without a reason")));
      }
    } catch (UnsafeXml e) {
      return new SendOutcome.Unknown("the answer cannot be read");
    }
    return new SendOutcome.Unknown("the answer does not say whether the message was taken");
  }

  private static FailureClass kind(int status) {
    return switch (status) {
      case 401, 403 -> FailureClass.AGREEMENT;
      case 400, 413, 415, 422 -> FailureClass.CONTENT;
      case 429 -> FailureClass.TRANSIENT;
      case 404, 405, 406 -> FailureClass.CONFIGURATION;
      default -> status < 400 ? FailureClass.CONFIGURATION : FailureClass.OTHER;
    };
  }

  private static Failure failure(FailureClass kind, int status, byte[] body, Channel by) {
    String reason = "the service answered " + status;
    try {
      return new Failure(
          kind, fault(SafeXml.parse(body), by).map(text -> reason + ": " + text).orElse(reason));
    } catch (UnsafeXml e) {
      return new Failure(kind, reason);
    }
  }

  /** FejlId and FejlTekst, wherever the answer has put its SvarReaktion. */
  private static Optional<String> fault(Element root, Channel by) {
    Optional<Element> fault =
        SafeXml.at(root, REASON, "SvarReaktion", "Fejl")
            .or(() -> SafeXml.at(root, "SvarReaktion", "Fejl"));
    return fault.map(
        f ->
            SafeXml.text(f, "FejlId").orElse("no code")
                + (by == Channel.LETTER
                    ? ""
                    : ": " + SafeXml.text(f, "FejlTekst").orElse("no text")));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
