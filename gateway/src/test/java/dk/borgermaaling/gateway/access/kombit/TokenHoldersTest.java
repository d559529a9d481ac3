package dk.borgermaaling.gateway.access.kombit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dk.borgermaaling.gateway.access.kombit.KombitHttp.Exchange;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.trust.Alarms;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenHoldersTest {
  private static final String PASSWORD = "made-up";
  private static final Identity GATEWAY = Identity.authority("gateway");
  private static final Identity SERVER = Identity.authority("localhost");

  private static final Identity CA = Identity.authority("Test CA");
  private final Alarms alarms = new Alarms(Clock.systemUTC());

  @TempDir private Path folder;

  @Test
  void a_call_presents_the_function_certificate() throws Exception {
    TokenHolder holder = holders().inForce();
    FunctionCertificate certificate = holder.certificate();
    assertThat(certificate.thumbprint()).isEqualTo(Thumbprint.of(GATEWAY.certificate()).sha256());
    assertThat(certificate.oneLine()).isEqualTo(GATEWAY.certificateBase64());
    HttpsServer server = server(SERVER);
    try {
      assertThat(get(holder.http(), server))
          .isInstanceOfSatisfying(
              Exchange.Answered.class,
              answer ->
                  assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                      .isEqualTo(certificate.thumbprint()));
      assertThat(get(holder.bare(), server)).isNotInstanceOf(Exchange.Answered.class);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void nothing_leaves_to_a_server_that_is_not_trusted() throws Exception {
    HttpsServer stranger = server(Identity.authority("localhost"));
    try {
      assertThat(get(holders().inForce().http(), stranger)).isInstanceOf(Exchange.NeverLeft.class);
    } finally {
      stranger.stop(0);
    }
  }

  @Test
  void nothing_leaves_to_a_trusted_server_of_another_name() throws Exception {
    TokenHolders holders = holders();
    Identity elsewhere = Identity.authority("elsewhere");
    write("trust", trust(elsewhere));
    holders.look();
    holders.look();
    HttpsServer server = server(elsewhere);
    try {
      assertThat(get(holders.inForce().http(), server)).isInstanceOf(Exchange.NeverLeft.class);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void a_missing_password_stops_the_start() throws Exception {
    write("gateway", GATEWAY.store("gateway").store());
    write("trust", trust(SERVER));
    Files.writeString(folder.resolve("trust.password"), PASSWORD);
    assertThatThrownBy(() -> read("gateway", "trust"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the function certificate cannot be used: gateway.password is not there");
  }

  @Test
  void a_new_certificate_takes_over_without_a_restart() throws Exception {
    TokenHolders holders = holders();
    TokenHolder before = holders.inForce();
    Identity next = Identity.authority("gateway");
    write("gateway", next.store("gateway").store());
    holders.look();
    assertThat(holders.inForce()).isSameAs(before);
    holders.look();
    assertThat(holders.certificate()).isEqualTo(next.certificate());
    assertThat(holders.inForce()).isNotEqualTo(before);
  }

  @Test
  void one_that_cannot_be_used_raises_an_alarm_and_replaces_nothing() throws Exception {
    TokenHolders holders = holders();
    write("gateway", CA.issueExpired("gateway").store("gateway").store());
    holders.look();
    holders.look();
    assertThat(holders.certificate()).isEqualTo(GATEWAY.certificate());
    assertThat(alarms.active())
        .containsEntry(
            "the function certificate", "the new certificate has expired; it goes on as last read");
  }

  private static Exchange get(KombitHttp http, HttpsServer server) {
    URI there = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
    return http.exchange(HttpRequest.newBuilder(there).build());
  }

  private TokenHolders holders() throws GeneralSecurityException, IOException {
    write("gateway", GATEWAY.store("gateway").store());
    write("trust", trust(SERVER));
    Files.writeString(folder.resolve("gateway.password"), PASSWORD + "\n");
    Files.writeString(folder.resolve("trust.password"), PASSWORD);
    return read("gateway", "trust");
  }

  private TokenHolders read(String keys, String trust) {
    return TokenHolders.read(
        folder.resolve(keys + ".p12"),
        folder.resolve(trust + ".p12"),
        TestHolders.LIMITS,
        Clock.systemUTC(),
        alarms);
  }

  private HttpsServer server(Identity identity) throws GeneralSecurityException, IOException {
    write("server", identity.store("server").store());
    write("clients", trust(GATEWAY));
    Files.writeString(folder.resolve("server.password"), PASSWORD);
    Files.writeString(folder.resolve("clients.password"), PASSWORD);
    FunctionCertificate own = read("server", "clients").inForce().certificate();
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(own.tls()) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters needed = getSSLContext().getDefaultSSLParameters();
            needed.setNeedClientAuth(true);
            parameters.setSSLParameters(needed);
          }
        });
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            X509Certificate caller =
                (X509Certificate)
                    ((HttpsExchange) exchange).getSSLSession().getPeerCertificates()[0];
            byte[] body = Thumbprint.of(caller).sha256().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    return server;
  }

  private static KeyStore trust(Identity trusted) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("root", trusted.certificate());
    return store;
  }

  private void write(String name, KeyStore store) throws GeneralSecurityException, IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".p12"))) {
      store.store(out, PASSWORD.toCharArray());
    }
  }
}
