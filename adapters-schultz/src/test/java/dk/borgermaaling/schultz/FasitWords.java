package dk.borgermaaling.schultz;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.testing.ContractXml;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Events in the words of Fasit's contract, and the towns whose Fasit says them. */
public final class FasitWords {
  /** Everything else is in no tenant's table. */
  private static final List<String> CODES =
      List.of("6.1", "6.2", "6.3", "6.6", "6.7", "6.8", "6.9");

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("TargetGroupStarted", "TARGET_GROUP_STARTED"),
          Map.entry("TargetGroupChanged", "TARGET_GROUP_CHANGED"),
          Map.entry("TargetGroupEnded", "TARGET_GROUP_ENDED"),
          Map.entry("ConversationHeld", "CONVERSATION_HELD"),
          Map.entry("ConversationCancelled", "CONVERSATION_CANCELLED"),
          Map.entry("CourseEnded", "COURSE_ENDED"),
          Map.entry("CitizenDied", "CITIZEN_DIED"),
          Map.entry("CitizenMoved", "CITIZEN_MOVED"),
          Map.entry("CitizenExempted", "CITIZEN_EXEMPTED"),
          Map.entry("CitizenProtected", "CITIZEN_PROTECTED"),
          Map.entry("CprChanged", "CITIZEN_CPR_CHANGED"));
  private static final Map<Happening.ConversationForm, String> FORMS =
      Map.of(
          Happening.ConversationForm.IN_PERSON, "PERSONLIGT",
          Happening.ConversationForm.TELEPHONE, "TELEFON",
          Happening.ConversationForm.VIDEO, "VIDEO",
          Happening.ConversationForm.LETTER, "BREV");
  private static final Map<Course.ResponsibleActor, String> ACTORS =
      Map.of(
          Course.ResponsibleActor.MUNICIPALITY, "KOMMUNE",
          Course.ResponsibleActor.UNEMPLOYMENT_FUND, "AKASSE",
          Course.ResponsibleActor.OTHER_ACTOR, "ANDEN_AKTOER");

  private FasitWords() {}

  /** The one tenant of a municipality. */
  public static Tenant tenant(MunicipalityCode municipality) {
    String thumbprint = "%64s".formatted(municipality).replace(' ', '0');
    return new Tenant("fasit-" + municipality, municipality, Set.of(thumbprint));
  }

  /** What every tenant's table has. */
  public static List<FasitTargetGroups.Row> table() {
    return CODES.stream()
        .map(
            code ->
                new FasitTargetGroups.Row(id(code), "LAB6", code, LocalDate.of(2020, 1, 1), null))
        .toList();
  }

  public static boolean isInTable(CaseEvent event) {
    TargetGroupCode group = event.targetGroup();
    return group == null || CODES.contains(group.code());
  }

  /** Of a target group in every tenant's table, and of a citizen. */
  public static UUID id(String code) {
    return UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * By the names of elements and columns, in the order of the schema.
   *
   * @param groups the tenant's id of a target group's code
   */
  public static Map<String, String> of(CaseEvent event, Function<String, UUID> groups) {
    Map<String, String> words = new LinkedHashMap<>();
    Happening happening = event.happening();
    String cpr = ContractXml.cpr(event.recipient());
    words.put("eventId", event.eventId().toString());
    words.put("entityId", event.entityId());
    words.put("version", "" + event.version());
    words.put(
        "changeType", event.withdrawn() ? "DELETE" : event.version() == 1 ? "CREATE" : "UPDATE");
    words.put("type", TYPES.get(happening.getClass().getSimpleName()));
    words.put("occurredAt", event.occurredAt().toString());
    words.put("citizenId", id(cpr).toString());
    words.put("cprNumber", cpr);
    put(words, "caseStartDate", event.course().startDate());
    if (happening instanceof Happening.CourseEnded) {
      put(words, "caseEndDate", happening.date());
    }
    TargetGroupCode group = event.targetGroup();
    if (group != null) {
      put(words, "targetGroup", groups.apply(group.code()));
      put(words, "targetGroupStartDate", group.startDate());
    }
    if (happening instanceof Happening.ConversationHeld held) {
      put(words, "interviewTypeIdentifier", held.typeId());
      put(words, "interviewForm", FORMS.get(held.form()));
    } else if (happening instanceof Happening.ConversationCancelled cancelled) {
      put(words, "interviewTypeIdentifier", cancelled.typeId());
      put(words, "interviewForm", FORMS.get(cancelled.form()));
    }
    if (event.course().responsibleActor() != null) {
      put(words, "responsibleActor", ACTORS.get(event.course().responsibleActor()));
    }
    if (happening instanceof Happening.CitizenMoved moved) {
      put(words, "toMunicipalityCode", moved.to());
    }
    if (event.formerly() != null) {
      put(words, "formerCprNumber", ContractXml.cpr(event.formerly()));
    }
    return words;
  }

  /** The events as elements of {@code root}. */
  public static String xml(
      String root, String tenant, Function<String, UUID> groups, List<CaseEvent> events) {
    StringBuilder xml = new StringBuilder("<").append(root);
    xml.append(" xmlns=\"http://borgermaaling.dk/contract/fasit/1\" tenant=\"");
    xml.append(tenant).append("\">");
    for (CaseEvent event : events) {
      xml.append("<event>");
      of(event, groups)
          .forEach(
              (name, value) ->
                  xml.append('<').append(name).append('>').append(value).append("</" + name + ">"));
      xml.append("</event>\n");
    }
    return xml.append("</").append(root).append('>').toString();
  }

  private static void put(Map<String, String> words, String name, @Nullable Object value) {
    if (value != null) {
      words.put(name, value.toString());
    }
  }
}
