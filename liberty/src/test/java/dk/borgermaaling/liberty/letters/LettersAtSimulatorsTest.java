package dk.borgermaaling.liberty.letters;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.access.kombit.AccessTokenClient;
import dk.borgermaaling.gateway.access.kombit.ExchangedTokens;
import dk.borgermaaling.gateway.access.kombit.HolderOfKeyTokens;
import dk.borgermaaling.gateway.access.kombit.JsonSts;
import dk.borgermaaling.gateway.access.kombit.TokenCalls;
import dk.borgermaaling.gateway.access.kombit.TokenHolder;
import dk.borgermaaling.gateway.access.kombit.TokenHolders;
import dk.borgermaaling.gateway.edge.trust.Alarms;
import dk.borgermaaling.gateway.kernel.Circuit;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.letter.AddressBook.Answer;
import dk.borgermaaling.gateway.letter.LetterSheet;
import dk.borgermaaling.gateway.letter.LetterWords;
import dk.borgermaaling.gateway.letter.PostalAddress;
import dk.borgermaaling.gateway.letter.PrintChoices;
import dk.borgermaaling.gateway.letter.Resident;
import dk.borgermaaling.gateway.letter.export.PdfLetterPrinter;
import dk.borgermaaling.gateway.letter.kombit.KombitAddressBook;
import dk.borgermaaling.gateway.notification.LetterMessage;
import dk.borgermaaling.gateway.notification.Post;
import dk.borgermaaling.gateway.notification.Postage;
import dk.borgermaaling.gateway.notification.SendOutcome;
import dk.borgermaaling.gateway.notification.kombit.KombitPost;
import dk.borgermaaling.gateway.notification.kombit.MemoVersion;
import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.Simulators;
import dk.borgermaaling.simulators.certificates.CertificateMaker;
import dk.borgermaaling.simulators.certificates.KeyFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gateway's own code looks people up in the simulated register and sends them letters, over
 * mutual TLS. About 10 seconds.
 */
class LettersAtSimulatorsTest {
  private static final Cvr ODENSE = new Cvr("35209115");

  @TempDir static Path folder;
  private static Simulators simulators;
  private static TokenHolders holders;
  private static String kombit = "";

  @BeforeAll
  static void start() throws IOException {
    Path certificates = folder.resolve("certificates");
    CertificateMaker.writeMissing(certificates);
    Path settings = folder.resolve("simulators.properties");
    Files.writeString(
        settings,
        """
        port=0
        state-dir=%s
        certificates-dir=%s
        gateway-url=https://localhost:1
        gateway-mtls-url=https://localhost:1
        people=20
        story=false
        citizens=false
        clock.real-anchor=2026-11-29T08:00:00Z
        clock.business-anchor=2026-11-29T08:00:00Z
        """
            .formatted(folder.resolve("state"), certificates));
    simulators = Simulators.start(settings);
    kombit = "https://localhost:" + simulators.port();
    holders =
        TokenHolders.read(
            certificates.resolve("gateway.p12"),
            certificates.resolve("trust.p12"),
            new TokenHolder.HttpLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), 256 * 1024),
            Clock.systemUTC(),
            new Alarms(Clock.systemUTC()));
  }

  @AfterAll
  static void stop() {
    simulators.close();
  }

  @Test
  void every_made_up_citizen_has_an_address_that_a_letter_takes_and_the_print_supplier_accepts()
      throws IOException, InterruptedException {
    PdfLetterPrinter printer = new PdfLetterPrinter();
    KombitPost post = post();
    for (CprNumber citizen :
        IntStream.range(0, 25).mapToObj(i -> new CprNumber("610180%04d".formatted(i))).toList()) {
      Answer answer = addresses().ask(ODENSE, citizen);
      assertThat(answer).isInstanceOf(Answer.Found.class);
      Resident resident = ((Answer.Found) answer).resident();
      assertThat(resident.status()).isEqualTo(Resident.Status.RESIDENT);
      assertThat(resident.municipality()).isEqualTo(new MunicipalityCode("0461"));
      PostalAddress address = Objects.requireNonNull(resident.address());
      UUID id = UUID.randomUUID();
      LetterMessage letter =
          new LetterMessage(
              id,
              UUID.randomUUID(),
              ODENSE,
              "Hvordan oplever du kommunens indsats?",
              address,
              new PrintChoices(
                  265, PrintChoices.PostCategory.ECONOMY, PrintChoices.Envelope.C4, true, false),
              printer.print(sheet(address)),
              Postage.FREE);
      assertThat(letter.defect()).isEmpty();
      Post.Prepared prepared = post.prepare(letter);
      assertThat(prepared).isInstanceOf(Post.Prepared.Ready.class);
      assertThat(((Post.Prepared.Ready) prepared).call().make(() -> true))
          .isInstanceOf(SendOutcome.Accepted.class);
      assertThat(mailbox()).contains("\"" + id + "\"", "\"Fysisk Post\"");
    }
  }

  private static LetterSheet sheet(PostalAddress address) {
    return new LetterSheet(
        "Odense Kommune",
        address,
        LocalDate.of(2026, 11, 29),
        LetterWords.standard(false, "Odense Kommune", "Ring til kommunen."),
        URI.create(
            "https://borgermaaling.example.dk/s/AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"),
        URI.create("https://borgermaaling.example.dk/kode"),
        "7K3M-9QXT-4HFWC");
  }

  private static KombitAddressBook addresses() {
    return new KombitAddressBook(
        holders::inForce, URI.create(kombit + "/service/CPR/PersonBaseDataExtended/4"));
  }

  private static KombitPost post() {
    Clock clock = Clock.systemUTC();
    HolderOfKeyTokens tokens =
        new HolderOfKeyTokens(
            new ExchangedTokens(
                new JsonSts(URI.create(kombit + "/runtime/api/rest/wstrust/v1/issue")),
                new AccessTokenClient(
                    URI.create(kombit + "/service/AccessTokenService_1/token"), clock),
                clock,
                Duration.ofMinutes(15)),
            clock,
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Runnable::run);
    return new KombitPost(
        new TokenCalls(holders::inForce, tokens, Optional.empty()),
        new KombitPost.Service(
            URI.create(kombit + "/service/KombiPostAfsend_1/kombi"),
            "http://entityid.kombit.dk/service/kombipostafsend/1",
            circuit(clock)),
        new KombitPost.Service(
            URI.create(kombit + "/service/PostForespoerg_1/digitalpost"),
            "http://entityid.kombit.dk/service/postforespoerg/1",
            circuit(clock)),
        MemoVersion.V1_2,
        clock);
  }

  private static Circuit circuit(Clock clock) {
    return new Circuit("gateway.notification.circuit", 8, Duration.ofMinutes(1), clock);
  }

  private static String mailbox() throws IOException, InterruptedException {
    return Gateway.withoutCertificate(
            KeyFile.trust(folder.resolve("certificates").resolve("trust.p12")))
        .send(HttpRequest.newBuilder(URI.create(kombit + "/mailbox/api/messages")).build())
        .body();
  }
}
