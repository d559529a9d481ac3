package dk.borgermaaling.liberty.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.edge.soap.AnswerSignature;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.liberty.launcher.WholeSystem;
import dk.borgermaaling.simulators.certificates.Issued;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Keys change as docs/operation.md says, at two nodes, while callers go on calling over SOAP and
 * REST: not one call fails, and what was taken out of trust is trusted no more.
 */
class RotationIT {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private final Nodes nodes = Nodes.running();
  private final KeyStores stores = new KeyStores(nodes);
  private volatile Identity issuer = nodes.identity("sts");
  private volatile Identity holder = nodes.identity("caller");
  private volatile Identity restSigner = nodes.identity("signer");
  private volatile String token = nodes.accessToken(nodes.mutualTls().get(0), issuer);
  private final Set<X509Certificate> signers = ConcurrentHashMap.newKeySet();

  @Test
  void the_keys_of_the_token_service_of_a_caller_and_of_the_gateway_change_under_load() {
    Identity before = issuer;
    Identity signer = restSigner;
    X509Certificate signedBefore = nodes.identity("gateway").certificate();
    Issued nextSts = stores.issue("sts-next");
    Issued nextGateway = stores.issue("gateway-next");
    int calls;
    try (Load load = new Load()) {
      load.start(n -> soap(n));
      load.start(n -> soap(n + 1));
      load.start(this::rest);
      load.start(this::signed);
      some(load);

      stores.trustTokenServices(before.certificate(), nextSts.certificate());
      awaitTrusted(identity(nextSts));
      issuer = identity(nextSts);
      token = nodes.accessToken(nodes.mutualTls().get(1), issuer);
      some(load);
      stores.trustTokenServices(nextSts.certificate());
      WholeSystem.await(
          "neither node trusts the old token service",
          LONGEST,
          () -> nodes.addresses().stream().noneMatch(node -> isTaken(node, before)));

      holder = identity(stores.issue("caller-next"));
      some(load);

      changeSigner(identity(stores.issue("signer-next")));
      some(load);

      stores.sign(nextGateway);
      WholeSystem.await(
          "both nodes sign answers with the next key",
          LONGEST,
          () ->
              nodes.addresses().stream()
                  .allMatch(node -> nextGateway.certificate().equals(signerAt(node))));
      some(load); // answers that were under way are read
      signers.clear();
      some(load);
      calls = load.calls();
      assertThat(load.failures()).isEmpty();
    } finally {
      stores.trustTokenServices(before.certificate());
      stores.restCaller("signer", signer.certificate());
      holder = nodes.identity("caller");
      awaitTrusted(before);
    }
    assertThat(calls).isGreaterThan(50);
    assertThat(signers).containsExactly(nextGateway.certificate()).doesNotContain(signedBefore);
  }

  private @Nullable String soap(int n) {
    var node = nodes.addresses().get(n % 2);
    String event = UUID.randomUUID().toString();
    HttpResponse<String> answer = nodes.soap(node, nodes.message(issuer, holder, event).bytes());
    if (answer.statusCode() != 200 || !answer.body().contains("stored")) {
      return "SOAP: " + answer.statusCode();
    }
    X509Certificate signer = SignerOf.answer(answer.body());
    AnswerSignature.assertBy(signer, answer.body());
    signers.add(signer);
    return null;
  }

  private X509Certificate signerAt(URI node) {
    String event = UUID.randomUUID().toString();
    return SignerOf.answer(nodes.soap(node, nodes.message(issuer, holder, event).bytes()).body());
  }

  private @Nullable String rest(int n) {
    HttpResponse<String> answer =
        nodes.event(nodes.mutualTls().get(n % 2), token, UUID.randomUUID().toString());
    return answer.statusCode() == 202 ? null : "REST: " + answer.statusCode();
  }

  private @Nullable String signed(int n) {
    return signed(nodes.addresses().get(n % 2), restSigner);
  }

  private @Nullable String signed(URI node, Identity signer) {
    int status = nodes.signedEvent(node, signer, UUID.randomUUID().toString()).statusCode();
    return status == 202 ? null : "REST, signed: " + status;
  }

  /** Both certificates side by side, until both nodes know the next; then that alone. */
  private void changeSigner(Identity next) {
    Identity before = restSigner;
    stores.restCaller("signer", before.certificate(), next.certificate());
    WholeSystem.await(
        "both nodes know the next certificate of the signer",
        LONGEST,
        () -> nodes.addresses().stream().allMatch(node -> signed(node, next) == null));
    restSigner = next;
    stores.restCaller("signer", next.certificate());
    WholeSystem.await(
        "neither node knows the one before",
        LONGEST,
        () -> nodes.addresses().stream().noneMatch(node -> signed(node, before) == null));
  }

  /** Lets the load go on for a while. */
  private static void some(Load load) {
    int before = load.calls();
    WholeSystem.await("there were calls", LONGEST, () -> load.calls() > before + 15);
  }

  private void awaitTrusted(Identity service) {
    WholeSystem.await(
        "both nodes trust the next token service",
        LONGEST,
        () -> nodes.addresses().stream().allMatch(node -> isTaken(node, service)));
  }

  private boolean isTaken(URI node, Identity service) {
    byte[] message = nodes.message(service, holder, UUID.randomUUID().toString()).bytes();
    return nodes.soap(node, message).statusCode() == 200;
  }

  private static Identity identity(Issued issued) {
    return new Identity(issued.certificate(), issued.key());
  }
}
