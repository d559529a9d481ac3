package dk.borgermaaling.gateway.message;

import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.audit.AuditLog.Action;
import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.message.TestDelivery.Outcome;
import dk.borgermaaling.gateway.message.TestDelivery.Result;
import dk.borgermaaling.gateway.message.TestDelivery.TestMessage;
import dk.borgermaaling.gateway.municipality.Municipality;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Sends a text to a recipient of the operator's choice, marked as a test, through the port of real
 * messages. A form is sent once, however often it is handed in: it carries an id of its own, which
 * is committed before the call.
 */
public final class TestSending {
  /** Before subject and text message. */
  public static final String MARK = "TEST: ";

  private static final Duration WINDOW = Duration.ofHours(1);

  /** A made-up last day in previews and tests: the days that an invitation is open. */
  private static final int DAYS_OPEN = 28;

  private final TestDelivery delivery;
  private final TestStore store;
  private final Function<LocalDate, Surroundings> surroundings;
  private final AuditLog audit;
  private final Transactions transactions;
  private final BusinessClock business;
  private final Clock real;
  private final int perHour;

  /**
   * @param perHour the most tests of all operators together within an hour
   */
  public TestSending(
      TestDelivery delivery,
      TestStore store,
      Function<LocalDate, Surroundings> surroundings,
      AuditLog audit,
      Transactions transactions,
      BusinessClock business,
      Clock real,
      int perHour) {
    if (perHour < 0) {
      throw new IllegalArgumentException("gateway.message.tests-per-hour is 0 or more");
    }
    this.delivery = delivery;
    this.store = store;
    this.surroundings = surroundings;
    this.audit = audit;
    this.transactions = transactions;
    this.business = business;
    this.real = real;
    this.perHour = perHour;
  }

  /** The text as this municipality would send it, with the link of a test. */
  public FilledText preview(MessageTemplate text, Municipality sender) {
    LocalDate today = business.today();
    Surroundings around = surroundings.apply(today).of(sender);
    return Filling.of(
            text,
            new Values(
                sender.authorityName(),
                around.contactOf(sender),
                around.languages(),
                today.plusDays(DAYS_OPEN),
                delivery.link()))
        .text();
  }

  /**
   * Sends a test, or tells what came of it when the form was handed in before.
   *
   * @param form the id of the form
   * @throws TextRefused when it may not be sent
   */
  public Result send(
      UUID form, MessageTemplate text, Municipality sender, Recipient recipient, String actor) {
    Optional<Result> before = store.find(form);
    if (before.isPresent()) {
      return before.get();
    }
    FilledText marked = marked(text, sender, recipient);
    UUID message = UUID.randomUUID();
    if (!begun(form, message, text, sender, actor)) {
      return store.find(form).orElseThrow();
    }
    Result result = call(new TestMessage(message, sender, recipient, marked));
    transactions.runInOne(() -> store.end(form, result));
    return result;
  }

  private boolean begun(
      UUID form, UUID message, MessageTemplate text, Municipality sender, String actor) {
    Instant now = real.instant();
    return transactions.inOne(
        () -> {
          if (store.begunSince(now.minus(WINDOW)) >= perHour) {
            throw new TextRefused(
                "Der er sendt %d prøver den seneste time, og flere må der ikke sendes. Prøv igen"
                        .formatted(perHour)
                    + " senere.");
          }
          boolean begun = store.begin(form, message, text.id(), sender.code(), actor, now);
          if (begun) {
            audit.note(now, actor, Action.SENT_TEST_MESSAGE, sender.code(), form.toString());
          }
          return begun;
        });
  }

  /** A bug on the way out must not look like a call that was never made. */
  private Result call(TestMessage message) {
    try {
      return delivery.send(message);
    } catch (RuntimeException e) {
      return new Result(Outcome.UNKNOWN, e.getClass().getSimpleName());
    }
  }

  private FilledText marked(MessageTemplate text, Municipality sender, Recipient recipient) {
    if (text.channel() == Channel.LETTER) {
      throw new TextRefused("Et brev kan ikke sendes som prøve; se det som dokument.");
    }
    if (text.channel() == Channel.NEMSMS && !(recipient instanceof Recipient.Person)) {
      throw new TextRefused("NemSMS kan kun sendes til et CPR-nummer.");
    }
    if (!sender.participates()) {
      throw new TextRefused("Kommunen har ingen serviceaftale, så intet kan sendes for den.");
    }
    List<String> stops =
        TextChecks.of(text, surroundings.apply(business.today()).of(sender)).stream()
            .filter(Finding::stops)
            .map(Finding::text)
            .toList();
    if (!stops.isEmpty()) {
      throw new TextRefused(stops);
    }
    FilledText filled = preview(text, sender);
    Map<Part, String> lines = new EnumMap<>(Part.class);
    lines.putAll(filled.lines());
    for (Part part : List.of(Part.SUBJECT, Part.SMS)) {
      if (lines.containsKey(part)) {
        String line = MARK + filled.line(part);
        if (line.length() > part.longest()) {
          throw new TextRefused(
              part.danish() + " bliver for lang med »TEST: « foran. Forkort teksten.");
        }
        lines.put(part, line);
      }
    }
    Body body =
        new Body(MARK + filled.body().title(), filled.body().language(), filled.body().blocks());
    return new FilledText(filled.name(), filled.channel(), lines, body);
  }
}
