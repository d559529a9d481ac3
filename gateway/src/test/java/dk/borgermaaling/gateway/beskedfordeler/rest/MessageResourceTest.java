package dk.borgermaaling.gateway.beskedfordeler.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.beskedfordeler.Message;
import dk.borgermaaling.gateway.beskedfordeler.MessageReader;
import dk.borgermaaling.gateway.beskedfordeler.MessageStore;
import dk.borgermaaling.gateway.beskedfordeler.TakeMessage;
import dk.borgermaaling.gateway.caseevent.HandedIn;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageResourceTest {
  private static final Identity CA = Identity.authority("Test CA");
  private static final Identity BESKEDFORDELER = CA.issue("beskedfordeler");
  private static final Identity STRANGER = CA.issue("stranger");

  private final ListStore store = new ListStore();
  private final MessageResource resource =
      new MessageResource(
          new TakeMessage(
              new Direct(),
              store,
              new OneWord(),
              id -> {},
              new SettableRealClock("2026-11-23T08:00:00Z")),
          new TrustedSenders(Set.of(Thumbprint.of(BESKEDFORDELER.certificate()))));

  @Test
  void somebody_is_at_home() {
    var answer = resource.probe(request(BESKEDFORDELER));
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat((String) answer.getEntity()).contains("<StatusKode>20</StatusKode>");
  }

  @Test
  void another_certificate_may_neither_ask_nor_deliver() {
    assertThatThrownBy(() -> resource.probe(request(STRANGER)))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> resource.receive(request(STRANGER), bytes("good")))
        .isInstanceOf(ProblemException.class);
    assertThat(store.stored).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "good, 200, <StatusKode>20</StatusKode>",
    "garbage, 200, <StatusKode>41</StatusKode>",
    "nameless, 400, BeskedId",
    "'', 400, empty"
  })
  void every_answer_is_one_that_beskedfordeler_understands(String body, int status, String said) {
    var answer = resource.receive(request(BESKEDFORDELER), bytes(body));
    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat((String) answer.getEntity()).contains(said);
    assertThat(store.stored).hasSize(body.equals("good") ? 1 : 0);
  }

  @Test
  void a_message_that_cannot_be_stored_is_to_come_again() {
    store.broken = true;
    var answer = resource.receive(request(BESKEDFORDELER), bytes("good"));
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat((String) answer.getEntity()).contains("<StatusKode>40</StatusKode>");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static HttpServletRequest request(Identity sender) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            MessageResourceTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                method.getName().equals("getAttribute")
                    ? new X509Certificate[] {sender.certificate()}
                    : null);
  }

  private static final class Direct implements Transactions {
    @Override
    public <T> T inOne(Supplier<T> work) {
      return work.get();
    }
  }

  private static final class ListStore implements MessageStore {
    private final List<UUID> stored = new ArrayList<>();
    private boolean broken;

    @Override
    public boolean store(UUID id, byte[] raw, Instant receivedAt) {
      if (broken) {
        throw new IllegalStateException("no database");
      }
      return stored.add(id);
    }

    @Override
    public Optional<byte[]> lockWaiting(UUID id) {
      return Optional.empty();
    }

    @Override
    public void done(UUID id) {}

    @Override
    public void forget(Instant before) {}
  }

  private static final class OneWord implements MessageReader {
    @Override
    public Message read(byte[] raw) throws UnreadableMessage {
      String text = new String(raw, StandardCharsets.UTF_8);
      if (text.equals("garbage")) {
        throw new UnreadableMessage("garbage");
      }
      Optional<UUID> id = text.equals("good") ? Optional.of(UUID.randomUUID()) : Optional.empty();
      return new Message(id, List.of(), List.of(), 0, List.of());
    }

    @Override
    public List<HandedIn> events(byte[] payload) {
      return List.of();
    }
  }
}
