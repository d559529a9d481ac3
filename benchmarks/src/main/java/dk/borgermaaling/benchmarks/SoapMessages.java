package dk.borgermaaling.benchmarks;

import dk.borgermaaling.contract.caseevent.CaseEvent;
import dk.borgermaaling.simulators.caller.CallerSettings;
import dk.borgermaaling.simulators.caller.SignedMessages;
import java.io.Closeable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Signed messages, each with events that no other has. */
final class SoapMessages implements Closeable {
  private static final String TYPE =
      "application/soap+xml; charset=UTF-8;"
          + " action=\"http://borgermaaling.dk/contract/case-event/1/registerCaseEvents\"";
  private static final Pattern HEADER =
      Pattern.compile("<(\\w+:)?Header\\b.*</\\1Header>", Pattern.DOTALL);
  private static final Pattern STORED = Pattern.compile("<(\\w+:)?stored\\b");

  private final SignedMessages caller;
  private final Events events;

  /** Signs as the caller of these settings. */
  SoapMessages(CallerSettings settings, Events events) {
    this.caller = new SignedMessages(settings);
    this.events = events;
  }

  /** One message: its bytes, and the ids of its events, which the receipts name. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Message(byte[] bytes, List<String> eventIds) {

    /** Without its header, thus without token, signature and addresses; the same events. */
    Message bare() {
      String text = new String(bytes, StandardCharsets.UTF_8);
      return new Message(
          HEADER.matcher(text).replaceFirst("").getBytes(StandardCharsets.UTF_8), eventIds);
    }

    /** Answered by a receipt for each event, within a signed message. */
    Call signedTo(URI address) {
      Call call = to(address);
      return new Call(
          call.request(), call.answered().and(answer -> answer.body().contains("SignatureValue")));
    }

    /** Answered by a receipt for each event. */
    Call to(URI address) {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .timeout(Load.PATIENCE)
              .header("Content-Type", TYPE)
              .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
              .build();
      return new Call(request, Call.of(200, eventIds, STORED));
    }
  }

  /** New messages, good for five minutes. */
  List<Message> next(int count, int eventsInMessage) {
    List<List<CaseEvent>> all =
        IntStream.range(0, count)
            .mapToObj(i -> Stream.generate(events::next).limit(eventsInMessage).toList())
            .toList();
    return all.parallelStream().map(this::signed).toList();
  }

  private Message signed(List<CaseEvent> some) {
    return new Message(caller.of(some), some.stream().map(CaseEvent::getEventId).toList());
  }

  @Override
  public void close() {
    caller.close();
  }
}
