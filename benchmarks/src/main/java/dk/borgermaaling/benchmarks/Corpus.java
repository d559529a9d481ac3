package dk.borgermaaling.benchmarks;

import dk.borgermaaling.contract.caseevent.CaseEvent;
import dk.borgermaaling.contract.caseevent.CodeSystem;
import dk.borgermaaling.contract.caseevent.OnDate;
import dk.borgermaaling.contract.caseevent.Recipient;
import dk.borgermaaling.contract.caseevent.Source;
import dk.borgermaaling.contract.caseevent.TargetGroup;
import dk.borgermaaling.simulators.caller.CallerSettings;
import dk.borgermaaling.simulators.caller.SignedMessages;
import dk.borgermaaling.simulators.world.Town;
import java.io.Closeable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Signed messages of one event each: a target group starts, which is decided upon and invites
 * nobody. No message, event or citizen comes twice. The citizens are older than any of the
 * demonstration's, whose figures therefore stay what they are.
 */
final class Corpus implements Closeable {
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1900, 1, 1);
  private static final int BIRTH_DAYS = 10_000;

  private final SignedMessages caller;
  private final Instant occurredAt;
  private final LocalDate groupStart;
  private final Random random = new Random();
  private final Set<String> taken = new HashSet<>();

  /**
   * Signs as the caller of these settings.
   *
   * @param occurredAt business time, in the past
   */
  Corpus(CallerSettings settings, Instant occurredAt) {
    this.caller = new SignedMessages(settings);
    this.occurredAt = occurredAt;
    this.groupStart = LocalDate.ofInstant(occurredAt, ZoneOffset.UTC);
  }

  /** One message: its bytes, and the event's id, which the receipt names. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Message(byte[] bytes, String eventId) {}

  /** New messages, good for five minutes. */
  List<Message> next(int count) {
    List<CaseEvent> events = IntStream.range(0, count).mapToObj(i -> event()).toList();
    return events.parallelStream().map(this::signed).toList();
  }

  private Message signed(CaseEvent event) {
    return new Message(caller.of(List.of(event)), event.getEventId());
  }

  private CaseEvent event() {
    CaseEvent event = new CaseEvent();
    event.setEventId(UUID.randomUUID().toString());
    event.setSource(Source.OTHER);
    event.setMunicipalityCode(Town.SILKEBORG.code());
    event.setEntityId(UUID.randomUUID().toString());
    event.setVersion(1);
    event.setOccurredAt(occurredAt);
    Recipient recipient = new Recipient();
    recipient.setCprNumber(cpr());
    event.setRecipient(recipient);
    TargetGroup group = new TargetGroup();
    group.setCodeSystem(CodeSystem.LAB_6);
    group.setCode("6.2");
    group.setStartDate(groupStart);
    event.setTargetGroup(group);
    OnDate started = new OnDate();
    started.setDate(groupStart);
    event.setTargetGroupStarted(started);
    return event;
  }

  /** Day of month raised by 60, so it is nobody's; seventh digit 0 to 3: born before 2000. */
  private String cpr() {
    while (true) {
      LocalDate born = FIRST_BIRTH.plusDays(random.nextInt(BIRTH_DAYS));
      String cpr =
          "%02d%02d%02d%04d"
              .formatted(
                  born.getDayOfMonth() + 60,
                  born.getMonthValue(),
                  born.getYear() % 100,
                  random.nextInt(4_000));
      if (taken.add(cpr)) {
        return cpr;
      }
    }
  }

  @Override
  public void close() {
    caller.close();
  }
}
