package dk.borgermaaling.simulators.citizens;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.simulators.Surroundings;
import dk.borgermaaling.simulators.mailbox.Letter;
import dk.borgermaaling.simulators.mailbox.Mailboxes;
import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.support.Eventually;
import dk.borgermaaling.simulators.support.FakeGateway;
import dk.borgermaaling.simulators.support.TestSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CitizensTest {
  private static final long SEED = 7;
  @TempDir Path state;
  private final List<Map<String, String>> sent = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();

  @Test
  void a_citizen_goes_through_the_pages_with_the_answers_of_the_hash() throws Exception {
    FakeGateway gateway = FakeGateway.withPages(this::intro, this::next);
    String cpr = person(Habit.AFTER_FIRST);
    Mailboxes mailboxes = new Mailboxes();
    mailboxes.add(letter(gateway, cpr, "first"));
    try (Citizens citizens = citizens(gateway, mailboxes)) {
      Eventually.until(() -> citizens.status().getInt("answered") == 1);
      assertThat(sent)
          .last()
          .isEqualTo(
              Map.of(
                  "page", "2",
                  "goals-known", "" + AnswerHabits.answer(SEED, cpr, "goals-known"),
                  "goals-meaning", "" + AnswerHabits.answer(SEED, cpr, "goals-meaning"),
                  "comment", "",
                  "action", "send"));
    } finally {
      gateway.close();
    }
  }

  @Test
  void a_gateway_that_fails_is_visited_again() throws Exception {
    failures.set(2);
    FakeGateway gateway = FakeGateway.withPages(this::intro, this::next);
    Mailboxes mailboxes = new Mailboxes();
    mailboxes.add(letter(gateway, person(Habit.AFTER_FIRST), "first"));
    try (Citizens citizens = citizens(gateway, mailboxes)) {
      Eventually.until(() -> citizens.status().getInt("answered") == 1);
      assertThat(citizens.complete()).isTrue();
    } finally {
      gateway.close();
    }
  }

  @Test
  void
      who_waits_for_a_reminder_or_never_answers_does_not_come_at_first_and_a_restart_repeats_nothing()
          throws Exception {
    FakeGateway gateway = FakeGateway.withPages(this::intro, this::next);
    Mailboxes mailboxes = new Mailboxes();
    mailboxes.add(letter(gateway, person(Habit.NEVER), "reminder-1"));
    mailboxes.add(letter(gateway, person(Habit.AFTER_REMINDER), "first"));
    mailboxes.add(letter(gateway, person(Habit.AFTER_REMINDER), "reminder-1"));
    try (Citizens citizens = citizens(gateway, mailboxes)) {
      Eventually.until(() -> citizens.status().getInt("answered") == 1);
      assertThat(citizens.complete()).isTrue();
    }
    int posts = sent.size();
    try (Citizens again = citizens(gateway, mailboxes)) {
      assertThat(again.complete()).isTrue();
      assertThat(again.status().getInt("answered")).isEqualTo(1);
      assertThat(sent).hasSize(posts);
    } finally {
      gateway.close();
    }
  }

  @Test
  void a_link_that_is_gone_ends_the_visit() throws Exception {
    FakeGateway gateway =
        FakeGateway.withPages(
            request -> Reply.html(410, "<body data-page=\"closed\">"), request -> Reply.empty(500));
    Mailboxes mailboxes = new Mailboxes();
    mailboxes.add(letter(gateway, person(Habit.AFTER_FIRST), "first"));
    try (Citizens citizens = citizens(gateway, mailboxes)) {
      Eventually.until(() -> citizens.status().getInt("closed") == 1);
    } finally {
      gateway.close();
    }
  }

  private Citizens citizens(FakeGateway gateway, Mailboxes mailboxes) {
    Surroundings around = TestSettings.surroundings(state, gateway.address());
    Citizens citizens = new Citizens(around, mailboxes);
    citizens.start();
    return citizens;
  }

  private Reply intro(Request request) {
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return Reply.empty(503);
    }
    return page("intro", "1", "", "next");
  }

  private Reply next(Request request) {
    Map<String, String> fields = request.form();
    sent.add(fields);
    return "send".equals(fields.get("action"))
        ? Reply.html(200, "<body data-page=\"receipt\">Tak")
        : page("question", "2", radios("goals-known") + radios("goals-meaning"), "send");
  }

  private static Reply page(String kind, String number, String inside, String action) {
    return Reply.html(
        200,
        "<body data-page=\"%s\"><form method=\"post\"><input type=hidden name=page value=%s>%s"
                .formatted(kind, number, inside)
            + (kind.equals("question") ? "<textarea name=comment></textarea>" : "")
            + "<button name=action value=back class=button>Tilbage</button>"
            + "<button class=\"button button-primary\" name=action value=%s>Videre</button></form>"
                .formatted(action));
  }

  private static String radios(String question) {
    StringBuilder radios = new StringBuilder();
    for (int value : new int[] {5, 4, 3, 2, 1, 0}) {
      radios.append("<input type=radio name=%s value=%d>".formatted(question, value));
    }
    return radios.toString();
  }

  private static String person(Habit habit) {
    return IntStream.range(1000, 9999)
        .mapToObj(i -> "610101" + i)
        .filter(cpr -> AnswerHabits.of(SEED, cpr) == habit)
        .findFirst()
        .orElseThrow();
  }

  private static Letter letter(FakeGateway gateway, String cpr, String step) {
    String link = gateway.address() + "/s/" + UUID.randomUUID();
    return new Letter(
        cpr,
        "Digital Post",
        UUID.randomUUID().toString(),
        UUID.randomUUID() + "/" + step,
        "Kommune",
        "Emne",
        "",
        "Svar",
        link,
        "",
        "",
        TestSettings.MONDAY);
  }
}
