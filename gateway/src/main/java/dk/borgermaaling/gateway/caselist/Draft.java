package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.NamedUuid;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one row tells of one thing, before it is known as which version of which entity.
 *
 * @param caseId the case system's own; never a CPR number
 * @param key the day that tells this thing from others of its kind and citizen
 */
record Draft(
    int row,
    Kind kind,
    CprNumber cpr,
    @Nullable String caseId,
    LocalDate key,
    Instant occurredAt,
    @Nullable TargetGroupCode group,
    Course course,
    Happening happening) {
  /** Fixed for ever: another namespace would make every known thing new. */
  private static final UUID NAMESPACE = UUID.fromString("c1f0a0c7-2a4e-5d0b-8a57-6f3f2f9d3b80");

  /** The kinds of things that a row tells of. */
  enum Kind {
    GROUP,
    CONVERSATION,
    COURSE
  }

  /** The same for the same thing within a file. In memory alone: it holds the CPR number. */
  String withinFile() {
    return kind + "/" + (caseId == null ? cpr.value() : "=" + caseId) + "/" + key;
  }

  /** What it says of the thing, to be compared within a file. In memory alone. */
  String says() {
    return cpr.value() + content();
  }

  /**
   * The entity: by the case system's id where the list has it, else by our own random id of the
   * citizen, so that nothing leads from it to the CPR number.
   */
  String entityId(MunicipalityCode municipality, CitizenId citizen) {
    String of =
        caseId == null
            ? NamedUuid.version5(
                    NAMESPACE, municipality.value() + "/" + citizen.value() + "/" + kind)
                .toString()
            : caseId;
    return "list/" + kind.name().toLowerCase(Locale.ROOT) + "/" + of + "/" + key;
  }

  /** What it says of the thing, by our id of the citizen; SHA-256 as hexadecimal text. */
  String state(CitizenId citizen) {
    return state(citizen, content());
  }

  /** What an event of a list says, as the draft that it was made of. */
  static String state(CitizenId citizen, CaseEvent event) {
    return state(
        citizen,
        content(event.occurredAt(), event.targetGroup(), event.course(), event.happening()));
  }

  private static String state(CitizenId citizen, String content) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest((citizen.value() + content).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private String content() {
    return content(occurredAt, group, course, happening);
  }

  private static String content(
      Instant occurredAt, @Nullable TargetGroupCode group, Course course, Happening happening) {
    return "\n" + occurredAt + "\n" + group + "\n" + course + "\n" + happening;
  }
}
