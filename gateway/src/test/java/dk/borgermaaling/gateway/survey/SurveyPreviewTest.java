package dk.borgermaaling.gateway.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.caseevent.UnknownGroup;
import dk.borgermaaling.gateway.tables.ChangePreview;
import dk.borgermaaling.gateway.tables.Period;
import dk.borgermaaling.gateway.tables.Preview;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.TableContent;
import dk.borgermaaling.gateway.tables.TableRows;
import dk.borgermaaling.gateway.testing.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SurveyPreviewTest {
  private static final LocalDate START = LocalDate.of(2020, 1, 1);
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  private static final Row SICK = row("LAB6", "6.6", "sygedagpenge");
  private final SurveyTables tables =
      new SurveyTables(
          new TableRows(
              Map.of(
                  SurveyTable.GROUPS.id(),
                  List.of(row("sygedagpenge", "Sygedagpenge", "1"), row("andre", "Andre", "2")),
                  SurveyTable.TARGET_GROUPS.id(),
                  List.of(SICK),
                  SurveyTable.TRIGGERS.id(),
                  List.of(row("4", "sygedagpenge")))));
  private final Recent recent = new Recent();
  private final SurveyPreview preview =
      new SurveyPreview(() -> tables, recent, SettableClock.at("2026-12-14T10:00"));

  @Test
  void events_are_counted_by_municipality_and_by_what_they_were_and_would_be() {
    recent.has("0461", "6.6", DAY, false, null, 3);
    recent.has("0461", "6.6", DAY.plusDays(1), false, 4, 2);
    recent.has("0751", "6.14", DAY, false, null, 1);
    assertThat(mapping(preview.ofEvents(), row("LAB6", "6.6", ""), row("LAB6", "6.14", "andre")))
        .containsExactly(
            new Preview.Line("0461", "Sygedagpenge", "spørges ikke", 5),
            new Preview.Line("0751", "ukendt kode", "Andre", 1));
    assertThat(recent.asked).containsExactly(Instant.parse("2026-11-14T09:00:00Z"));
  }

  @Test
  void what_comes_out_the_same_is_no_line() {
    recent.has("0461", "6.6", DAY, false, 4, 3);
    assertThat(mapping(preview.ofEvents(), SICK, row("LAB6", "6.99", ""))).isEmpty();
    assertThat(mapping(preview.ofConversations(), SICK)).isEmpty();
  }

  @Test
  void a_group_that_is_left_is_read_as_it_was_last_known() {
    Row ended = new Row(SICK.cells(), new Period(START, DAY.minusDays(3)));
    recent.has("0461", "6.6", DAY, true, null, 1);
    recent.has("0461", "6.6", DAY, false, null, 2);
    assertThat(mapping(preview.ofEvents(), ended))
        .containsExactly(new Preview.Line("0461", "Sygedagpenge", "ukendt kode", 2));
  }

  @Test
  void conversations_are_counted_when_another_type_or_another_group_triggers() {
    recent.has("0461", "6.6", DAY, false, 4, 3);
    recent.has("0461", "6.6", DAY, false, 7, 2);
    TableContent now =
        new TableContent(SurveyTable.TRIGGERS.id(), tables.rows(SurveyTable.TRIGGERS));
    assertThat(
            preview
                .ofConversations()
                .of(
                    new ChangePreview.Question(
                        now,
                        new TableContent(
                            SurveyTable.TRIGGERS.id(), List.of(row("7", "sygedagpenge"))),
                        null))
                .lines())
        .containsExactly(
            new Preview.Line("0461", "udløser ikke", "udløser: Sygedagpenge", 2),
            new Preview.Line("0461", "udløser: Sygedagpenge", "udløser ikke", 3));
    assertThat(mapping(preview.ofConversations(), row("LAB6", "6.6", "andre")))
        .containsExactly(new Preview.Line("0461", "udløser: Sygedagpenge", "udløser ikke", 3));
  }

  @Test
  void what_waits_for_its_code_is_counted_when_the_code_becomes_known_on_its_day() {
    recent.waits("0751", "6.14", DAY, 4);
    assertThat(mapping(preview.ofDeadLetters(), SICK, row("LAB6", "6.14", "andre")))
        .containsExactly(new Preview.Line("0751", "ukendt kode", "Andre", 4));
    Row later = new Row(List.of("LAB6", "6.14", "andre"), new Period(DAY.plusDays(1), null));
    assertThat(mapping(preview.ofDeadLetters(), SICK, later)).isEmpty();
  }

  @Test
  void what_waits_for_a_code_of_no_known_system_is_counted_when_one_system_alone_has_it() {
    recent.waiting.add(
        new RecentEvents.CountedUnknown(
            "0751", new UnknownGroup(TargetGroupCode.untold("6.14", DAY), DAY), 4));
    assertThat(mapping(preview.ofDeadLetters(), SICK, row("LAB2027", "6.14", "andre")))
        .containsExactly(new Preview.Line("0751", "ukendt kode", "Andre", 4));
    assertThat(
            mapping(
                preview.ofDeadLetters(),
                SICK,
                row("LAB2027", "6.14", "andre"),
                row("LAB6", "6.14", "andre")))
        .isEmpty();
  }

  @Test
  void a_change_that_is_still_to_come_is_looked_at_as_if_it_had_come() {
    LocalDate reform = LocalDate.of(2027, 1, 1);
    recent.has("0461", "6.6", DAY, false, 4, 3);
    recent.waits("0461", "6.14", DAY, 1);
    Row ended = new Row(SICK.cells(), new Period(START, reform));
    Row other = new Row(List.of("LAB6", "6.6", "andre"), new Period(reform, null));
    Row added = new Row(List.of("LAB6", "6.14", "andre"), new Period(reform, null));
    ChangePreview.Question question =
        new ChangePreview.Question(
            new TableContent(SurveyTable.TARGET_GROUPS.id(), List.of(SICK)),
            new TableContent(SurveyTable.TARGET_GROUPS.id(), List.of(ended, other, added)),
            reform);
    assertThat(preview.ofEvents().of(question).lines())
        .containsExactly(new Preview.Line("0461", "Sygedagpenge", "Andre", 3));
    assertThat(preview.ofConversations().of(question).lines())
        .containsExactly(new Preview.Line("0461", "udløser: Sygedagpenge", "udløser ikke", 3));
    assertThat(preview.ofDeadLetters().of(question).lines()).isEmpty();
  }

  private List<Preview.Line> mapping(ChangePreview part, Row... wouldBe) {
    TableContent now = new TableContent(SurveyTable.TARGET_GROUPS.id(), List.of(SICK));
    return part.of(
            new ChangePreview.Question(now, new TableContent(now.table(), List.of(wouldBe)), null))
        .lines();
  }

  private static Row row(String... cells) {
    return new Row(List.of(cells), new Period(START, null));
  }

  private static final class Recent implements RecentEvents {
    private final List<Counted> events = new ArrayList<>();
    private final List<CountedUnknown> waiting = new ArrayList<>();
    private final List<Instant> asked = new ArrayList<>();

    void has(
        String municipality,
        String code,
        LocalDate day,
        boolean leaves,
        @Nullable Integer type,
        long count) {
      events.add(
          new Counted(
              municipality, new TargetGroupCode("LAB6", code, day), day, leaves, type, count));
    }

    void waits(String municipality, String code, LocalDate day, long count) {
      waiting.add(
          new CountedUnknown(
              municipality, new UnknownGroup(new TargetGroupCode("LAB6", code, day), day), count));
    }

    @Override
    public List<Counted> between(Instant from, Instant to) {
      asked.add(from);
      return events;
    }

    @Override
    public List<CountedUnknown> waitingForTheirGroup() {
      return waiting;
    }
  }
}
