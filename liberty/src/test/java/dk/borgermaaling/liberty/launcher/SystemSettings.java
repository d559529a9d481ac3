package dk.borgermaaling.liberty.launcher;

import dk.borgermaaling.simulators.fasit.FasitTargetGroupIds;
import dk.borgermaaling.simulators.sts.Registry;
import dk.borgermaaling.simulators.world.Town;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Everything the gateway and the simulators are told at a start, made from the state folder and the
 * ports.
 */
final class SystemSettings {
  private static final String FASIT_TENANT = "aarhus";
  private static final String KOMBIT = "https://localhost:%d";
  private final StateFolder state;
  private final Ports ports;
  private final Postgres database;

  SystemSettings(StateFolder state, Ports ports, Postgres database) {
    this.state = state;
    this.ports = ports;
    this.database = database;
  }

  ServerVariables gateway(Path accounts) {
    String kombit = KOMBIT.formatted(ports.simulators());
    ServerVariables variables =
        new ServerVariables()
            .set("http.port", ports.http())
            .set("https.port", ports.https())
            .set("mtls.port", ports.mutualTls())
            .set("tls.key-store", store("tls"))
            .set("tls.key-store-password", password("tls"))
            .set("mtls.trust-store", store("trust"))
            .set("mtls.trust-store-password", password("trust"))
            .set("ltpa.keys-file", state.keys().resolve("ltpa.keys"))
            .set("ltpa.keys-password", state.secret("ltpa"))
            .set("db.url", database.url())
            .set("gateway.public-url", "https://localhost:" + ports.https())
            .set("gateway.clock.initial-business-time", DemonstrationClock.START)
            .set("gateway.scheduler.poll-interval", "PT0.2S")
            .set("gateway.scheduler.heartbeat-interval", "PT1S")
            .set("gateway.notification.expire-after", "P60D")
            .set("gateway.notification.retry-first", "PT1S")
            .set("gateway.notification.circuit-open", "PT1S")
            .set("gateway.people.allow-replacement-cpr", true)
            .set("gateway.citizen.vault-keys-file", key("vault.json"))
            .set("gateway.citizen.index-keys-file", key("vault-index.json"))
            .set("gateway.invitation.link-key-file", key("links.key"))
            .set("gateway.invitation.wait", "PT24H")
            .set("gateway.invitation.reminder-after", "P7D")
            // The reference calculation plans from dates alone; an hour is half a second here.
            .set("gateway.invitation.spread", "PT0S")
            .set("gateway.invitation.close-after", "P12D")
            .set("gateway.response.seal-public-file", key("seal-public.json"))
            .set("gateway.response.seal-private-file", key("seal-private.json"))
            .set("gateway.response.batch-interval", "PT5S")
            .set("gateway.response.batch-max-wait", "P2D")
            .set("gateway.access.initial-accounts-file", accounts)
            .set("gateway.municipality.agreements-file", agreements())
            .set("gateway.edge.mutual-tls-port", ports.mutualTls())
            .set("gateway.edge.max-body-time", "PT10S")
            // One caller plays all others here, tests send rubbish on purpose, benchmarks all they
            // can.
            .set("gateway.limit.calls-per-second", 100_000)
            .set("gateway.limit.burst", 100_000)
            .set("gateway.limit.refused-per-minute", 100_000)
            .set("gateway.trust.reload-interval", "PT1S")
            .set("gateway.soap.key-store", store("gateway"))
            .set("gateway.soap.sts-trust-store", store("sts-trust"))
            .set("gateway.soap.public-addresses", "https://localhost:" + ports.https() + "/soap")
            // Not the name of the demonstration's STS: tests sign their own with its key.
            .set("gateway.token.jwt-issuer", "https://sts.test/runtime/")
            .set("gateway.trust.issuers", state.certificates().resolve("root.pem"))
            .set("gateway.trust.crl-sources", state.certificates().resolve("root.crl"))
            .set("gateway.kombit.key-store", store("gateway"))
            .set("gateway.kombit.trust-store", store("trust"))
            .set("gateway.kombit.sts-endpoint", kombit + "/runtime/api/rest/wstrust/v1/issue")
            .set(
                "gateway.kombit.access-token-endpoint",
                kombit + "/service/AccessTokenService_1/token")
            .set("gateway.notification.kombi-endpoint", kombit + "/service/KombiPostAfsend_1/kombi")
            .set(
                "gateway.notification.lookup-endpoint",
                kombit + "/service/PostForespoerg_1/digitalpost")
            .set(
                "gateway.letter.address-endpoint", kombit + "/service/CPR/PersonBaseDataExtended/4")
            .set("gateway.letter.shipment-type", "265")
            .set("gateway.beskedfordeler.match-first", "PT0.5S")
            .set(
                "gateway.beskedfordeler.trusted-certificates",
                state.certificates().resolve("beskedfordeler.pem"))
            .set("gateway.kmd.connections-file", momentum())
            .set("gateway.kmd.trust-store", store("trust"))
            .set("gateway.reporting.count-interval", "PT5S")
            .set("gateway.kmd.poll-interval", "PT2S")
            .set("gateway.kmd.longest-pause", "PT5S")
            .set("gateway.kmd.complete-interval", "PT0S")
            .set("gateway.kmd.circuit-open", "PT5S")
            .set("gateway.kmd.task-feed", true)
            .set("gateway.schultz.tenants-file", tenants())
            .set("gateway.rest.callers-file", restCallers())
            .set("gateway.rest.public-addresses", restAddresses())
            .set("gateway.schultz.target-groups-file", fasitTargetGroups())
            .set("gateway.schultz.drop-folder", state.dropFolder())
            .set("gateway.schultz.poll-interval", "PT1S")
            // So that nobody waits half a minute for what a changed table leads to.
            .set("gateway.survey.refresh-interval", "PT2S");
    for (String role : List.of("owner", "gateway", "answers", "report")) {
      variables
          .set("db." + role + ".user", Postgres.role(role))
          .set("db." + role + ".password", database.password(role));
    }
    return variables;
  }

  /** The settings file of the simulators' process. */
  Path simulators(DemonstrationClock.Reading clock, boolean story) {
    Properties settings = new Properties();
    settings.setProperty("port", Integer.toString(ports.simulators()));
    settings.setProperty("state-dir", state.simulators().toString());
    settings.setProperty("certificates-dir", state.certificates().toString());
    settings.setProperty("gateway-url", "https://localhost:" + ports.https());
    settings.setProperty("gateway-mtls-url", "https://localhost:" + ports.mutualTls());
    settings.setProperty("seed", "2026");
    settings.setProperty("people", "1500");
    settings.setProperty("clock.real-anchor", clock.realAnchor().toString());
    settings.setProperty("clock.business-anchor", clock.businessAnchor().toString());
    settings.setProperty("clock.speed", String.format(Locale.ROOT, "%s", clock.speed()));
    settings.setProperty("story", Boolean.toString(story));
    settings.setProperty("story.first-day", DemonstrationClock.FIRST_DAY.toString());
    for (Municipality municipality : Municipality.ALL) {
      if (municipality.way() == Municipality.Way.MOMENTUM) {
        String prefix = "momentum." + municipality.code() + ".";
        settings.setProperty(prefix + "client-id", "borgermaaling");
        settings.setProperty(
            prefix + "client-secret", state.secret("momentum-secret-" + municipality.code()));
        settings.setProperty(
            prefix + "api-key", state.secret("momentum-key-" + municipality.code()));
        settings.setProperty(prefix + "resource", "momentum-" + municipality.code());
      }
    }
    Path file = state.file("simulators.properties");
    state.write(
        file,
        settings.stringPropertyNames().stream()
            .sorted()
            .map(name -> name + " = " + settings.getProperty(name))
            .collect(Collectors.joining("\n", "", "\n")));
    return file;
  }

  private Path agreements() {
    Path file = state.file("agreements.properties");
    state.write(
        file,
        Municipality.ALL.stream()
            .map(m -> m.code() + " = " + m.agreement())
            .collect(Collectors.joining("\n", "", "\n")));
    return file;
  }

  private Path momentum() {
    Path file = state.file("momentum.properties");
    String base = KOMBIT.formatted(ports.simulators()) + "/momentum/";
    StringBuilder text = new StringBuilder();
    for (Municipality municipality : Municipality.ALL) {
      if (municipality.way() == Municipality.Way.MOMENTUM) {
        String code = municipality.code();
        text.append(code)
            .append(".base-url = ")
            .append(base)
            .append(code)
            .append("/api\n")
            .append(code)
            .append(".token-url = ")
            .append(base)
            .append("aad/oauth2/token\n")
            .append(code)
            .append(".client-id = borgermaaling\n")
            .append(code)
            .append(".client-secret = ")
            .append(state.secret("momentum-secret-" + code))
            .append('\n')
            .append(code)
            .append(".api-key = ")
            .append(state.secret("momentum-key-" + code))
            .append('\n')
            .append(code)
            .append(".resource = momentum-")
            .append(code)
            .append('\n');
      }
    }
    state.write(file, text.toString());
    return file;
  }

  private Path tenants() {
    Path file = state.file("fasit-tenants.properties");
    state.write(
        file,
        FASIT_TENANT
            + ".municipality = 0751\n"
            + FASIT_TENANT
            + ".certificate-sha256 = "
            + thumbprint("fasit")
            + "\n");
    return file;
  }

  /**
   * The caller that comes with access tokens has the certificate with which it signs SOAP; two
   * others sign their requests for Silkeborg, one of which stands on the root's revocation list.
   */
  private Path restCallers() {
    Path file = state.file("rest-callers.properties");
    state.write(
        file,
        """
        caller.certificate = %1$s/caller.pem
        caller.way-in = access-token
        signer.certificate = %1$s/signer.pem
        signer.way-in = signature
        signer.authority.%2$s = %3$s %4$s
        portal.certificate = %1$s/portal.pem
        portal.way-in = jwt
        revoked.certificate = %1$s/revoked.pem
        revoked.way-in = signature
        revoked.authority.%2$s = %3$s %4$s
        """
            .formatted(
                state.certificates(),
                Town.SILKEBORG.cvr(),
                Registry.REGISTER_CASE_EVENTS,
                Registry.READ_CASE_EVENT_STATUS));
    return file;
  }

  private String restAddresses() {
    return "https://localhost:" + ports.https() + ",https://localhost:" + ports.mutualTls();
  }

  private Path fasitTargetGroups() {
    Path file = state.file("fasit-target-groups.csv");
    state.write(
        file,
        FasitTargetGroupIds.BY_CODE.entrySet().stream()
            .map(id -> FASIT_TENANT + ";" + id.getValue() + ";LAB6;" + id.getKey() + ";2020-01-01;")
            .collect(
                Collectors.joining(
                    "\n", "tenant;fasitId;codeSystem;code;validFrom;validTo\n", "\n")));
    return file;
  }

  private String thumbprint(String name) {
    try (InputStream pem = Files.newInputStream(state.certificates().resolve(name + ".pem"))) {
      byte[] certificate =
          CertificateFactory.getInstance("X.509").generateCertificate(pem).getEncoded();
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path key(String name) {
    return state.keys().resolve(name);
  }

  private Path store(String name) {
    return state.certificates().resolve(name + ".p12");
  }

  private String password(String name) {
    return StateFolder.read(state.certificates().resolve(name + ".password"));
  }
}
