package dk.borgermaaling.simulators.fasit;

import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.casesystems.Delivery;
import dk.borgermaaling.simulators.casesystems.Receipts;
import dk.borgermaaling.simulators.world.StoryEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * A delivery that goes wrong as its switches say, and then right. Without a switch it is the
 * delivery.
 */
public final class FaultyFasit implements Delivery {
  private static final Pattern GROUP = Pattern.compile("<targetGroup>[^<]*</targetGroup>");
  private static final Pattern CPR_NUMBER = Pattern.compile("<cprNumber>[^<]*</cprNumber>");
  private static final Pattern OCCURRED = Pattern.compile("<occurredAt>[^<]*</occurredAt>");

  private final FasitDelivery delivery;
  private final Gateway otherParty;
  private final String otherTenant;
  private final FasitSwitches switches;
  private final List<List<StoryEvent>> late = new ArrayList<>();
  private final List<Map.Entry<FasitFault, Integer>> answers = new CopyOnWriteArrayList<>();
  private final Map<FasitFault, Integer> times = new ConcurrentHashMap<>();

  /**
   * Goes wrong by these switches.
   *
   * @param otherParty shows a certificate that is not this tenant's
   */
  public FaultyFasit(
      FasitDelivery delivery, Gateway otherParty, String otherTenant, FasitSwitches switches) {
    this.delivery = delivery;
    this.otherParty = otherParty;
    this.otherTenant = otherTenant;
    this.switches = switches;
  }

  /** What the gateway answered to what was wrong, by HTTP status. */
  public List<Map.Entry<FasitFault, Integer>> answers() {
    return List.copyOf(answers);
  }

  /** How often this has really gone wrong: not how often its switch was asked. */
  public int times(FasitFault fault) {
    return times.getOrDefault(fault, 0);
  }

  @Override
  public Receipts send(List<StoryEvent> events) throws IOException, InterruptedException {
    goWrongFirst(events);
    if (switches.applies(FasitFault.ANSWER_LOST)) {
      answered(FasitFault.ANSWER_LOST, delivery.post(delivery.message(events)));
      throw new IOException("the answer is lost");
    }
    if (late.isEmpty() && switches.applies(FasitFault.LATE)) {
      late.add(List.copyOf(events));
      return Receipts.NONE;
    }
    List<StoryEvent> told = new ArrayList<>(events);
    if (switches.applies(FasitFault.REORDERED)) {
      Collections.reverse(told);
      if (!told.equals(events)) {
        happened(FasitFault.REORDERED);
      }
    }
    Receipts receipts = delivery.send(message(told), told);
    goWrongAfterwards(events);
    if (!late.isEmpty()) {
      happened(FasitFault.LATE);
    }
    return receipts.plus(catchUp());
  }

  private String message(List<StoryEvent> told) {
    String message = delivery.message(told);
    if (switches.applies(FasitFault.UNKNOWN_GROUP)) {
      message =
          otherwise(
              FasitFault.UNKNOWN_GROUP,
              message,
              GROUP
                  .matcher(message)
                  .replaceAll("<targetGroup>" + FasitTargetGroupIds.UNKNOWN + "</targetGroup>"));
    }
    if (switches.applies(FasitFault.EXTRA_FIELDS)) {
      message = otherwise(FasitFault.EXTRA_FIELDS, message, withMore(message));
    }
    return message;
  }

  private static String withMore(String message) {
    return message
        .replace("<event>", "<sent>2026-11-23</sent><event><caseStatus><id>1</id></caseStatus>")
        .replace("</event>", "<x:eventId xmlns:x=\"urn:x\">1</x:eventId></event>");
  }

  private String otherwise(FasitFault fault, String right, String wrong) {
    if (!wrong.equals(right)) {
      happened(fault);
    }
    return wrong;
  }

  private void goWrongFirst(List<StoryEvent> events) throws IOException, InterruptedException {
    String message = delivery.message(events);
    if (switches.applies(FasitFault.WRONG_TENANT)) {
      answered(FasitFault.WRONG_TENANT, delivery.post(FasitXml.write(otherTenant, events)));
    }
    if (switches.applies(FasitFault.OTHER_CERTIFICATE)) {
      answered(FasitFault.OTHER_CERTIFICATE, delivery.post(otherParty, message));
    }
    if (switches.applies(FasitFault.MISSING_FIELD)) {
      answered(
          FasitFault.MISSING_FIELD, delivery.post(CPR_NUMBER.matcher(message).replaceFirst("")));
    }
    if (switches.applies(FasitFault.MALFORMED_XML)) {
      answered(FasitFault.MALFORMED_XML, delivery.post(message.replace("</event>", "</even>")));
    }
    if (switches.applies(FasitFault.DTD)) {
      answered(
          FasitFault.DTD,
          delivery.post(
              message.replaceFirst(
                  "<events",
                  "<!DOCTYPE events [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><events")));
    }
    if (switches.applies(FasitFault.HALF_THEN_RESET)) {
      delivery.postHalf(message);
      answered(FasitFault.HALF_THEN_RESET, 0);
    }
  }

  private void goWrongAfterwards(List<StoryEvent> events) throws IOException, InterruptedException {
    if (switches.applies(FasitFault.DOUBLED_BATCH)) {
      answered(FasitFault.DOUBLED_BATCH, delivery.post(delivery.message(events)));
    }
    if (switches.applies(FasitFault.CONTRADICTING_VERSION)) {
      StoryEvent first = events.get(0);
      String other =
          OCCURRED
              .matcher(delivery.message(List.of(first)))
              .replaceAll(
                  "<occurredAt>" + first.occurredAt().minusSeconds(3_600) + "</occurredAt>");
      answered(FasitFault.CONTRADICTING_VERSION, delivery.post(other));
    }
  }

  /** What was late comes now. */
  private Receipts catchUp() throws IOException, InterruptedException {
    Receipts receipts = Receipts.NONE;
    while (!late.isEmpty()) {
      receipts = receipts.plus(delivery.send(late.get(0)));
      late.remove(0);
    }
    return receipts;
  }

  private void happened(FasitFault fault) {
    times.merge(fault, 1, Integer::sum);
  }

  private void answered(FasitFault fault, int status) {
    happened(fault);
    answers.add(Map.entry(fault, status));
  }

  @Override
  public void knock() throws IOException, InterruptedException {
    delivery.knock();
  }

  /** Nothing stays behind. */
  @Override
  public void close() throws IOException {
    try {
      catchUp();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
