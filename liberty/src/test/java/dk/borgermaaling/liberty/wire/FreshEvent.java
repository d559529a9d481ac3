package dk.borgermaaling.liberty.wire;

import dk.borgermaaling.contract.caseevent.CaseEvent;
import dk.borgermaaling.contract.caseevent.CodeSystem;
import dk.borgermaaling.contract.caseevent.OnDate;
import dk.borgermaaling.contract.caseevent.Recipient;
import dk.borgermaaling.contract.caseevent.Source;
import dk.borgermaaling.contract.caseevent.TargetGroup;
import dk.borgermaaling.liberty.launcher.WholeSystem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A target group that starts, of somebody whom the story does not know: a happening that is stored
 * and decided on and leads to no message.
 *
 * @param cpr of 31 January 1931, with 60 added to the day; the story has nobody of that age
 * @param occurredAt an hour ago in business time
 */
public record FreshEvent(String eventId, String cpr, Instant occurredAt) {
  private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");
  private static final String FASIT_GROUP = "a25c6a8e-1b27-e111-9ada-005056a823a6";
  private static final String UNKNOWN_GROUP = "00000000-0000-0000-0000-000000000000";

  /** The columns of {@link #fasitRow}. */
  static final String FASIT_COLUMNS =
      "eventId;entityId;version;changeType;type;occurredAt;citizenId;cprNumber;targetGroup;"
          + "targetGroupStartDate";

  static FreshEvent in(WholeSystem system) {
    return new FreshEvent(
        UUID.randomUUID().toString(),
        "9101310%03d".formatted(ThreadLocalRandom.current().nextInt(1000)),
        system.clock().read().now().minusSeconds(3600).truncatedTo(ChronoUnit.SECONDS));
  }

  private LocalDate day() {
    return LocalDate.ofInstant(occurredAt, DENMARK);
  }

  /** In the contract's own classes. */
  CaseEvent contract(String municipality, String groupCode) {
    Recipient recipient = new Recipient();
    recipient.setCprNumber(cpr);
    TargetGroup group = new TargetGroup();
    group.setCodeSystem(CodeSystem.LAB_6);
    group.setCode(groupCode);
    group.setStartDate(day());
    OnDate started = new OnDate();
    started.setDate(day());
    CaseEvent event = new CaseEvent();
    event.setEventId(eventId);
    event.setSource(Source.OTHER);
    event.setMunicipalityCode(municipality);
    event.setEntityId(eventId);
    event.setVersion(1);
    event.setOccurredAt(occurredAt);
    event.setRecipient(recipient);
    event.setTargetGroup(group);
    event.setTargetGroupStarted(started);
    return event;
  }

  /** The body of a signed message. */
  public String soap(String municipality, String groupCode) {
    return """
        <c:registerCaseEvents xmlns:c="http://borgermaaling.dk/contract/case-event/1"><c:caseEvent>\
        <c:eventId>%1$s</c:eventId><c:source>OTHER</c:source><c:municipalityCode>%2$s\
        </c:municipalityCode><c:entityId>%1$s</c:entityId><c:version>1</c:version>\
        <c:occurredAt>%3$s</c:occurredAt><c:recipient><c:cprNumber>%4$s</c:cprNumber></c:recipient>\
        <c:targetGroup><c:codeSystem>LAB6</c:codeSystem><c:code>%5$s</c:code><c:startDate>%6$s\
        </c:startDate></c:targetGroup><c:targetGroupStarted><c:date>%6$s</c:date>\
        </c:targetGroupStarted></c:caseEvent></c:registerCaseEvents>"""
        .formatted(eventId, municipality, occurredAt, cpr, groupCode, day());
  }

  /** A CloudEvent. */
  public String cloudEvent(String municipality, String groupCode) {
    return """
        {"specversion":"1.0","id":"%1$s","source":"urn:test:case-system",\
        "type":"dk.borgermaaling.targetgroup.started.v1","subject":"%1$s","time":"%3$s",\
        "data":{"municipalityCode":"%2$s","version":1,"date":"%6$s",\
        "recipient":{"cprNumber":"%4$s"},\
        "targetGroup":{"codeSystem":"LAB6","code":"%5$s","startDate":"%6$s"}}}"""
        .formatted(eventId, municipality, occurredAt, cpr, groupCode, day());
  }

  /** A delivery of Fasit. */
  String fasit(String tenant) {
    return """
        <events xmlns="http://borgermaaling.dk/contract/fasit/1" tenant="%s"><event>\
        <eventId>%s</eventId><entityId>%s</entityId><version>1</version>\
        <changeType>CREATE</changeType><type>TARGET_GROUP_STARTED</type>\
        <occurredAt>%s</occurredAt><citizenId>%s</citizenId><cprNumber>%s</cprNumber>\
        <targetGroup>%s</targetGroup><targetGroupStartDate>%s</targetGroupStartDate></event>\
        </events>"""
        .formatted(tenant, eventId, eventId, occurredAt, eventId, cpr, FASIT_GROUP, day());
  }

  /** A line of a delta file of Fasit. */
  String fasitRow() {
    return String.join(
        ";",
        eventId,
        eventId,
        "1",
        "CREATE",
        "TARGET_GROUP_STARTED",
        occurredAt.toString(),
        eventId,
        cpr,
        FASIT_GROUP,
        day().toString());
  }

  /** The same line with a target group that is in no table. */
  String fasitRowOfUnknownGroup() {
    return fasitRow().replace(FASIT_GROUP, UNKNOWN_GROUP);
  }

  /** The same delivery with a target group that is in no table. */
  String fasitOfUnknownGroup(String tenant) {
    return fasit(tenant).replace(FASIT_GROUP, UNKNOWN_GROUP);
  }
}
