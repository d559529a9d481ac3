package dk.borgermaaling.gateway.notification.kombit;

import dk.borgermaaling.gateway.access.kombit.KombitHttp.Exchange;
import dk.borgermaaling.gateway.access.kombit.NoToken;
import dk.borgermaaling.gateway.access.kombit.TokenCalls;
import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.kernel.Circuit;
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
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/**
 * The post through Serviceplatformen: PostForespoerg_1 and KombiPostAfsend_1 (SF1601). A service
 * that does not answer several times in a row is spared for a while. A look-up is then not known,
 * which never keeps a message from being sent; a message waits.
 */
public final class KombitPost implements Post {
  private static final int TOO_MANY = 429;
  private final TokenCalls calls;
  private final Service kombi;
  private final Service lookup;
  private final MemoVersion version;
  private final Clock clock;

  /**
   * @param kombi KombiPostAfsend, whose endpoint ends in {@code /kombi}
   * @param lookup PostForespoerg, whose endpoint ends in {@code /digitalpost}; NemSMS is asked for
   *     beside it
   * @param clock real time
   */
  public KombitPost(
      TokenCalls calls, Service kombi, Service lookup, MemoVersion version, Clock clock) {
    this.calls = calls;
    this.kombi = kombi;
    this.lookup = lookup;
    this.version = version;
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
    if (!lookup.circuit().admits()) {
      return Subscription.UNKNOWN;
    }
    String key = recipient instanceof Recipient.Person ? "cprNumber" : "cvrNumber";
    URI asked = URI.create(endpoint + "?" + key + "=" + KombiRequest.number(recipient));
    UUID transaction = UUID.randomUUID();
    try {
      Exchange exchange =
          calls.call(
              authority,
              lookup.entityId(),
              () -> request(asked, transaction).header("Accept", "application/json").GET());
      tell(lookup.circuit(), exchange);
      return exchange instanceof Exchange.Answered answer && answer.status() == 200
          ? answered(answer.body())
          : Subscription.UNKNOWN;
    } catch (NoToken e) {
      tell(lookup.circuit(), e);
      return Subscription.UNKNOWN;
    }
  }

  /** Spread over as long as the circuit stays open. */
  @Override
  public Optional<Instant> shutUntil() {
    return kombi.circuit().shutUntil().map(this::spread);
  }

  private Instant spread(Instant end) {
    long spread = kombi.circuit().openFor().toMillis();
    return end.plusMillis(ThreadLocalRandom.current().nextLong(spread + 1));
  }

  @Override
  public Prepared prepare(OutgoingMessage message) {
    if (!kombi.circuit().admits()) {
      return new Prepared.Shut(spread(kombi.circuit().shutUntil().orElseGet(clock::instant)));
    }
    try {
      TokenCalls.Authorised authorised = calls.authorise(message.senderCvr(), kombi.entityId());
      byte[] body = KombiRequest.write(message, version);
      return new Prepared.Ready(mayBegin -> send(authorised, message, body, mayBegin));
    } catch (NoToken e) {
      tell(kombi.circuit(), e);
      return new Prepared.NotReady(noToken(e));
    }
  }

  private SendOutcome send(
      TokenCalls.Authorised authorised,
      OutgoingMessage message,
      byte[] body,
      BooleanSupplier mayBegin) {
    try {
      Exchange exchange =
          authorised.call(
              () ->
                  request(kombi.endpoint(), message.transactionId())
                      .header("Content-Type", "application/xml;charset=UTF-8")
                      .header("Accept", "application/xml")
                      .POST(HttpRequest.BodyPublishers.ofByteArray(body)),
              mayBegin);
      if (mayBegin.getAsBoolean() || !(exchange instanceof Exchange.NeverLeft)) {
        tell(kombi.circuit(), exchange);
      }
      return outcome(exchange, message.channel());
    } catch (NoToken e) {
      tell(kombi.circuit(), e);
      return new SendOutcome.NotSent(noToken(e));
    }
  }

  private HttpRequest.Builder request(URI uri, UUID transaction) {
    return HttpRequest.newBuilder(uri)
        .header("x-TransaktionsId", transaction.toString())
        .header("x-TransaktionsTid", KombiRequest.time(clock.instant()));
  }

  private static SendOutcome outcome(Exchange exchange, Channel by) {
    if (exchange instanceof Exchange.Answered answer) {
      return KombiAnswer.read(answer.status(), answer.body(), by);
    }
    if (exchange instanceof Exchange.NeverLeft never) {
      return new SendOutcome.NotSent(
          new Failure(FailureClass.TRANSIENT, "not connected: " + never.why()));
    }
    return new SendOutcome.Unknown(((Exchange.Lost) exchange).why());
  }

  /** A lost call counts as well: more of them would be as many messages of unknown outcome. */
  private static void tell(Circuit circuit, Exchange exchange) {
    if (exchange instanceof Exchange.Answered answer
        && answer.status() < 500
        && answer.status() != TOO_MANY) {
      circuit.succeeded();
    } else {
      circuit.failed();
    }
  }

  /** A token that is refused is a matter of one municipality; the way to the service is open. */
  private static void tell(Circuit circuit, NoToken e) {
    if (e.reason() == NoToken.Reason.REFUSED) {
      circuit.succeeded();
    } else {
      circuit.failed();
    }
  }

  private static Failure noToken(NoToken e) {
    return new Failure(kind(e.reason()), "no access token: " + e.getMessage());
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

  /** A service: where it is called, the entity id that its tokens are for, and what spares it. */
  public record Service(URI endpoint, String entityId, Circuit circuit) {}
}
