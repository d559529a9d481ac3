package dk.borgermaaling.schultz.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.borgermaaling.schultz.Aarhus;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Writes delta files of Aarhus, event by event. */
public final class Delta {
  private final List<String> events = new ArrayList<>();

  /** Conversations of as many citizens. */
  public static Delta of(int events) {
    Delta delta = new Delta();
    IntStream.range(0, events).forEach(i -> delta.add(event(i)));
    return delta;
  }

  public Delta add(String event) {
    events.add(event);
    return this;
  }

  public static UUID id(int number) {
    return new UUID(0x4000L, 0x8000_0000_0000_0000L + number);
  }

  /** A test person, who there is one of for each number. */
  public static String cpr(int number) {
    return "67018%05d".formatted(number % 100_000);
  }

  public static String event(int number) {
    return """
    <event><eventId>%s</eventId><entityId>%s</entityId><version>1</version>\
    <changeType>CREATE</changeType><type>CONVERSATION_HELD</type>\
    <occurredAt>2026-11-20T09:30:00Z</occurredAt>\
    <citizenId>00000000-0000-4000-8000-0000000000aa</citizenId><cprNumber>%s</cprNumber>\
    <targetGroup>%s</targetGroup><targetGroupStartDate>2026-08-14</targetGroupStartDate>\
    <interviewTypeIdentifier>4</interviewTypeIdentifier><interviewForm>TELEFON</interviewForm>\
    </event>"""
        .formatted(id(number), id(number), cpr(number), Aarhus.SICKNESS);
  }

  public String xml() {
    return start("aarhus") + String.join("\n", events) + "</delta>";
  }

  public static String start(String tenant) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<delta xmlns=\"http://borgermaaling.dk/contract/fasit/1\" tenant=\""
        + tenant
        + "\">\n";
  }

  public static final String CSV_HEADER =
      "eventId;entityId;version;changeType;type;occurredAt;citizenId;cprNumber;targetGroup;"
          + "targetGroupStartDate;interviewTypeIdentifier;interviewForm";

  public static String csvRow(int number) {
    return String.join(
        ";",
        id(number).toString(),
        id(number).toString(),
        "1",
        "CREATE",
        "CONVERSATION_HELD",
        "2026-11-20T09:30:00Z",
        "00000000-0000-4000-8000-0000000000aa",
        cpr(number),
        Aarhus.SICKNESS.toString(),
        "2026-08-14",
        "4",
        "TELEFON");
  }

  public static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
