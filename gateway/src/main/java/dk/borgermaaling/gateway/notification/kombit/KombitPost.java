package dk.borgermaaling.gateway.notification.kombit;

import dk.borgermaaling.gateway.access.kombit.KombitHttp.Exchange;
import dk.borgermaaling.gateway.access.kombit.NoToken;
import dk.borgermaaling.gateway.access.kombit.TokenCalls;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.notification.Failure;
import dk.borgermaaling.gateway.notification.FailureClass;
import dk.borgermaaling.gateway.notification.OutgoingMessage;
import dk.borgermaaling.gateway.notification.Post;
import dk.borgermaaling.gateway.notification.SendOutcome;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.UUID;

/** The post through Serviceplatformen: PostForespoerg_1 and KombiPostAfsend_1 (SF1601). */
public final class KombitPost implements Post {
  private final TokenCalls calls;
  private final Service kombi;
  private final Service lookup;
  private final Clock clock;

  /**
   * @param kombi KombiPostAfsend, whose endpoint ends in {@code /kombi}
   * @param lookup PostForespoerg, whose endpoint ends in {@code /digitalpost}; NemSMS is asked for
   *     beside it
   * @param clock real time
   */
  public KombitPost(TokenCalls calls, Service kombi, Service lookup, Clock clock) {
    this.calls = calls;
    this.kombi = kombi;
    this.lookup = lookup;
    this.clock = clock;
  }

  @Override
  public Subscription digitalPost(Cvr authority, Recipient recipient) {
    return subscription(lookup.endpoint(), authority, recipient);
  }

  @Override
  public Subscription nemSms(Cvr authority, Recipient recipient) {
    return subscription(lookup.endpoint().resolve("nemsms"), authority, recipient);
  }

  private Subscription subscription(URI endpoint, Cvr authority, Recipient recipient) {
    String key = recipient instanceof Recipient.Person ? "cprNumber" : "cvrNumber";
    URI asked = URI.create(endpoint + "?" + key + "=" + KombiRequest.number(recipient));
    UUID transaction = UUID.randomUUID();
    try {
      Exchange exchange =
          calls.call(
              authority,
              lookup.entityId(),
              () -> request(asked, transaction).header("Accept", "application/json").GET());
      return exchange instanceof Exchange.Answered answer && answer.status() == 200
          ? answered(answer.body())
          : Subscription.UNKNOWN;
    } catch (NoToken e) {
      return Subscription.UNKNOWN;
    }
  }

  @Override
  public SendOutcome send(OutgoingMessage message) {
    byte[] body = KombiRequest.write(message);
    try {
      Exchange exchange =
          calls.call(
              message.senderCvr(),
              kombi.entityId(),
              () ->
                  request(kombi.endpoint(), message.transactionId())
                      .header("Content-Type", "application/xml;charset=UTF-8")
                      .header("Accept", "application/xml")
                      .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
      return outcome(exchange);
    } catch (NoToken e) {
      return new SendOutcome.NotSent(
          new Failure(kind(e.reason()), "no access token: " + e.getMessage()));
    }
  }

  private HttpRequest.Builder request(URI uri, UUID transaction) {
    return HttpRequest.newBuilder(uri)
        .header("x-TransaktionsId", transaction.toString())
        .header("x-TransaktionsTid", KombiRequest.time(clock.instant()));
  }

  private static SendOutcome outcome(Exchange exchange) {
    if (exchange instanceof Exchange.Answered answer) {
      return KombiAnswer.read(answer.status(), answer.body());
    }
    if (exchange instanceof Exchange.NeverLeft never) {
      return new SendOutcome.NotSent(
          new Failure(FailureClass.TRANSIENT, "not connected: " + never.why()));
    }
    return new SendOutcome.Unknown(((Exchange.Lost) exchange).why());
  }

  private static FailureClass kind(NoToken.Reason reason) {
    return switch (reason) {
      case UNREACHABLE -> FailureClass.TRANSIENT;
      case REFUSED -> FailureClass.AGREEMENT;
      case UNREADABLE -> FailureClass.CONFIGURATION;
    };
  }

  private static Subscription answered(byte[] body) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
      JsonValue result = reader.readObject().getOrDefault("result", JsonValue.NULL);
      if (result.getValueType() == JsonValue.ValueType.TRUE) {
        return Subscription.SUBSCRIBED;
      }
      return result.getValueType() == JsonValue.ValueType.FALSE
          ? Subscription.NOT_SUBSCRIBED
          : Subscription.UNKNOWN;
    } catch (JsonException e) {
      return Subscription.UNKNOWN;
    }
  }

  /** A service: where it is called, and the entity id that its tokens are for. */
  public record Service(URI endpoint, String entityId) {}
}
