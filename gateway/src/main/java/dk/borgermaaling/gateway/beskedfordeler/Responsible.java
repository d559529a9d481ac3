package dk.borgermaaling.gateway.beskedfordeler;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which municipality a message is of, and whether it may be ours. Authorities are named by CVR, in
 * both spellings that KOMBIT's own messages have.
 */
public final class Responsible {
  private static final Pattern CVR = Pattern.compile("urn:oio:cvr(?:-nr)?:([0-9]{8})");
  private final Municipalities municipalities;
  private final BusinessClock clock;
  private final Set<String> receivers;

  /**
   * @param receivers identifiers (URN or UUID) that are ours, beside the municipalities' own
   */
  public Responsible(Municipalities municipalities, BusinessClock clock, List<String> receivers) {
    this.municipalities = municipalities;
    this.clock = clock;
    this.receivers =
        receivers.stream()
            .map(receiver -> receiver.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The one municipality that all registrations of the envelope name. */
  MunicipalityCode municipalityOf(Message message) {
    Set<Optional<Municipality>> named =
        message.authorities().stream().map(this::byCvr).collect(Collectors.toSet());
    if (named.size() != 1) {
      throw Refused.NO_MUNICIPALITY.exception();
    }
    return named
        .iterator()
        .next()
        .map(Municipality::code)
        .orElseThrow(Refused.NO_MUNICIPALITY::exception);
  }

  /**
   * Where receivers are named, one must be ours, or the municipality itself: messages are
   * subscribed to on its behalf.
   */
  void checkReceiver(Message message, MunicipalityCode municipality) {
    boolean ours =
        message.receivers().isEmpty()
            || message.receivers().stream()
                .anyMatch(
                    receiver ->
                        receivers.contains(receiver)
                            || byCvr(receiver)
                                .filter(named -> named.code().equals(municipality))
                                .isPresent());
    if (!ours) {
      throw Refused.WRONG_RECEIVER.exception();
    }
  }

  private Optional<Municipality> byCvr(String identifier) {
    Matcher cvr = CVR.matcher(identifier);
    return cvr.matches()
        ? municipalities.byCvr(new Cvr(cvr.group(1)), clock.today())
        : Optional.empty();
  }
}
