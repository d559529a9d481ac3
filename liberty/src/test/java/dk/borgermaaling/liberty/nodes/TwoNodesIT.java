package dk.borgermaaling.liberty.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.edge.soap.Identity;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What comes to both nodes counts once. */
class TwoNodesIT {
  private static final int MESSAGES = 1000;
  private static final int SIGNED_AT_ONCE = 100;
  private static final int EVENTS = 100;
  private static final String STORED = "SELECT count(*) FROM intake.case_event";
  private static final String SEEN = "SELECT count(*) FROM intake.replay";
  private final Nodes nodes = Nodes.running();
  private final Identity sts = nodes.identity("sts");
  private final Identity caller = nodes.identity("caller");

  @Test
  void the_same_message_at_both_nodes_at_once_is_accepted_once() {
    long stored = nodes.count(STORED);
    long seen = nodes.count(SEEN);
    List<Both.Answers> answers = new ArrayList<>();
    try (Both both = new Both(nodes.addresses())) {
      for (int sent = 0; sent < MESSAGES; sent += SIGNED_AT_ONCE) {
        List<byte[]> signed =
            Stream.generate(() -> nodes.message(sts, caller, id()).bytes())
                .limit(SIGNED_AT_ONCE)
                .toList();
        answers.addAll(both.send(signed, nodes::soap));
      }
    }
    assertThat(answers)
        .hasSize(MESSAGES)
        .allSatisfy(
            answer -> {
              assertThat(answer.statuses()).containsExactly(200, 500);
              assertThat(answer.withStatus(200).body()).contains("stored");
              assertThat(answer.withStatus(500).body()).contains("problems/not-trusted");
            });
    assertThat(nodes.count(STORED)).isEqualTo(stored + MESSAGES);
    assertThat(nodes.count(SEEN)).isEqualTo(seen + MESSAGES);
  }

  @Test
  void a_message_is_refused_after_the_restart_of_the_node_that_took_it() {
    byte[] message = nodes.message(sts, caller, id()).bytes();
    assertThat(nodes.soap(nodes.addresses().get(0), message).statusCode()).isEqualTo(200);
    nodes.system().liberty().kill();
    nodes.system().startGateway();
    assertThat(nodes.addresses()).allSatisfy(node -> assertRefused(nodes.soap(node, message)));
  }

  @Test
  void a_request_with_an_http_signature_counts_once_at_all_nodes_and_after_a_restart() {
    long stored = nodes.count(STORED);
    List<URI> both = nodes.addresses();
    String signed = nodes.signed(both.get(0), nodes.identity("signer"), id()).text();
    assertThat(nodes.bytes(both.get(1), signed)).isEqualTo(202);
    assertThat(both).allSatisfy(node -> assertThat(nodes.bytes(node, signed)).isEqualTo(401));
    nodes.system().liberty().kill();
    nodes.system().startGateway();
    assertThat(nodes.bytes(both.get(0), signed)).isEqualTo(401);
    assertThat(nodes.count(STORED)).isEqualTo(stored + 1);
  }

  @Test
  void the_same_event_over_rest_at_both_nodes_at_once_is_stored_once_and_answered_alike() {
    String token = nodes.accessToken(nodes.mutualTls().get(0), sts);
    long stored = nodes.count(STORED);
    List<String> ids = IntStream.range(0, EVENTS).mapToObj(i -> id()).toList();
    List<Both.Answers> answers;
    try (Both both = new Both(nodes.mutualTls())) {
      answers = both.send(ids, (node, id) -> nodes.event(node, token, id));
    }
    assertThat(answers)
        .hasSize(EVENTS)
        .allSatisfy(
            answer -> {
              assertThat(answer.statuses()).containsExactly(202, 202);
              assertThat(answer.first().body()).isEqualTo(answer.second().body());
            });
    assertThat(nodes.count(STORED)).isEqualTo(stored + EVENTS);
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("problems/not-trusted");
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }
}
