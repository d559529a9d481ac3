package dk.borgermaaling.benchmarks;

import dk.borgermaaling.contract.caseevent.CaseEvent;
import dk.borgermaaling.contract.caseevent.CodeSystem;
import dk.borgermaaling.contract.caseevent.OnDate;
import dk.borgermaaling.contract.caseevent.Recipient;
import dk.borgermaaling.contract.caseevent.Source;
import dk.borgermaaling.contract.caseevent.TargetGroup;
import dk.borgermaaling.simulators.world.Town;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Events of Silkeborg's: a target group starts, which is decided upon and invites nobody. No event
 * or citizen comes twice. The citizens are older than any of the demonstration's, whose figures
 * therefore stay what they are.
 */
final class Events {
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1900, 1, 1);
  private static final int BIRTH_DAYS = 10_000;

  private final Instant occurredAt;
  private final LocalDate groupStart;
  private final Random random = new Random();
  private final Set<String> taken = new HashSet<>();

  /**
   * Not for several threads.
   *
   * @param occurredAt business time, in the past
   */
  Events(Instant occurredAt) {
    this.occurredAt = occurredAt;
    this.groupStart = LocalDate.ofInstant(occurredAt, ZoneOffset.UTC);
  }

  /** In the contract's own classes. */
  CaseEvent next() {
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

  /** The same as a CloudEvent. */
  static String cloudEvent(CaseEvent event) {
    return """
        {"specversion":"1.0","id":"%s","source":"urn:test:case-system",\
        "type":"dk.borgermaaling.targetgroup.started.v1","subject":"%s","time":"%s",\
        "data":{"municipalityCode":"%s","version":1,"date":"%6$s",\
        "recipient":{"cprNumber":"%5$s"},\
        "targetGroup":{"codeSystem":"LAB6","code":"6.2","startDate":"%6$s"}}}"""
        .formatted(
            event.getEventId(),
            event.getEntityId(),
            event.getOccurredAt(),
            event.getMunicipalityCode(),
            event.getRecipient().getCprNumber(),
            event.getTargetGroup().getStartDate());
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
}
