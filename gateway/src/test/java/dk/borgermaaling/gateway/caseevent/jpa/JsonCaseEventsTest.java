package dk.borgermaaling.gateway.caseevent.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.Happening.ConversationForm;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonCaseEventsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final Recipient PERSON = new Recipient.Person(new CprNumber("6701809995"));
  private static final Recipient FORMER = new Recipient.Person(new CprNumber("6701809987"));
  private static final Course FULL =
      new Course(DAY.minusDays(70), Course.ResponsibleActor.UNEMPLOYMENT_FUND, new UUID(4, 2));

  private final JsonCaseEvents codec = new JsonCaseEvents();

  static Stream<Happening> happenings() {
    return Stream.of(
        new Happening.TargetGroupStarted(DAY),
        new Happening.TargetGroupChanged(DAY),
        new Happening.TargetGroupEnded(DAY),
        new Happening.ConversationHeld(DAY, 7, ConversationForm.VIDEO),
        new Happening.ConversationCancelled(DAY, 999, ConversationForm.LETTER),
        new Happening.CourseEnded(DAY),
        new Happening.CitizenDied(DAY),
        new Happening.CitizenMoved(DAY, new MunicipalityCode("0751")),
        new Happening.CitizenMoved(DAY, null),
        new Happening.CitizenExempted(DAY),
        new Happening.CprChanged(DAY),
        new Happening.CitizenProtected(DAY));
  }

  @ParameterizedTest
  @MethodSource("happenings")
  void every_happening_comes_back_as_it_was(Happening happening) {
    Recipient formerly = happening instanceof Happening.CprChanged ? FORMER : null;
    for (CaseEvent event :
        new CaseEvent[] {
          event(PERSON, new TargetGroupCode("LAB6", "6.99", DAY), FULL, happening, formerly),
          event(
              new Recipient.Company(new Cvr("29189641")), null, Course.UNKNOWN, happening, formerly)
        }) {
      assertThat(codec.read(codec.write(event))).isEqualTo(event);
    }
  }

  @Test
  void no_happening_is_forgotten_here() {
    assertThat(happenings().map(Object::getClass).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.asList(Happening.class.getPermittedSubclasses()));
  }

  /** What is kept is read by the versions after this one. */
  @Test
  void the_form_is_the_one_that_was_stored_before() {
    CaseEvent event =
        event(
            PERSON,
            new TargetGroupCode("LAB6", "6.99", DAY),
            FULL,
            new Happening.ConversationHeld(DAY, 7, ConversationForm.VIDEO),
            null);
    assertThat(new String(codec.write(event), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"eventId\":\"00000000-0000-0001-0000-000000000002\",\"source\":\"OTHER\","
                + "\"municipality\":\"0461\",\"entityId\":\"samtale-1\",\"version\":3,"
                + "\"withdrawn\":true,\"occurredAt\":\"2026-11-20T09:00:00.123Z\","
                + "\"recipient\":{\"cpr\":\"6701809995\"},"
                + "\"targetGroup\":{\"system\":\"LAB6\",\"code\":\"6.99\",\"startDate\":\"2026-11-20\"},"
                + "\"course\":{\"startDate\":\"2026-09-11\",\"responsibleActor\":\"UNEMPLOYMENT_FUND\","
                + "\"organisationalUnit\":\"00000000-0000-0004-0000-000000000002\"},"
                + "\"happening\":{\"kind\":\"CONVERSATION_HELD\",\"date\":\"2026-11-20\","
                + "\"conversationType\":7,\"conversationForm\":\"VIDEO\"}}");
  }

  private static CaseEvent event(
      Recipient recipient,
      @Nullable TargetGroupCode group,
      Course course,
      Happening happening,
      @Nullable Recipient formerly) {
    return new CaseEvent(
        new UUID(1, 2),
        EventSource.OTHER,
        new MunicipalityCode("0461"),
        "samtale-1",
        3,
        true,
        Instant.parse("2026-11-20T09:00:00.123Z"),
        recipient,
        group,
        course,
        happening,
        formerly);
  }
}
