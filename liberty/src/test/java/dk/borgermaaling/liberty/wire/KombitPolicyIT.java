package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.contract.caseevent.CaseEventService;
import dk.borgermaaling.simulators.caller.ServicePlatformCaller;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plain CXF that goes by KOMBIT's own policy, as KOMBIT gives it to those who call its services,
 * and not by the one that we have written from the facts.
 */
@ExtendWith(ArquillianExtension.class)
class KombitPolicyIT {
  private static final String CONTRACT = "/wsdl/borgermaaling/case-event/1/";
  private static final Pattern OURS =
      Pattern.compile("(?s)<wsp:Policy wsu:Id=\"OioIdws\">.*\\n  </wsp:Policy>");
  private static final Pattern KOMBITS =
      Pattern.compile("(?s)<wsp:Policy wsu:Id=\"OIOIDWSBindingPolicy\".*</wsp:Policy>");

  private final Wire wire = Wire.played();
  private final FreshEvent fresh = FreshEvent.in(wire.system());
  @TempDir Path folder;

  @AfterEach
  void forget() {
    Traces.remove(wire, fresh.eventId());
  }

  @Test
  void a_caller_that_goes_by_kombits_own_policy_is_understood_and_believes_the_answer()
      throws Exception {
    Path policy = ReferenceData.require("kombit/kombit-kosdy-java/Organisation/OIOIDWS.wsdl");
    Path wsdl = describedWith(Files.readString(policy));
    var caller = new ServicePlatformCaller(wire.caller(), wsdl.toUri().toURL());
    try (caller) {
      var receipts = caller.register(List.of(fresh.contract("0740", "6.2")));
      assertThat(receipts).hasSize(1);
      assertThat(receipts.get(0).getStored()).isNotNull();
    }
    Traces.awaitDecision(wire, fresh.eventId());
  }

  /** Our contract with the policy in the place of ours. */
  private Path describedWith(String kombits) throws IOException {
    Matcher theirs = KOMBITS.matcher(kombits);
    assertThat(theirs.find()).isTrue();
    Matcher ours = OURS.matcher(contract("case-event.wsdl"));
    assertThat(ours.find()).isTrue();
    String described =
        ours.replaceFirst(Matcher.quoteReplacement(theirs.group()))
            .replace("#OioIdws\"", "#OIOIDWSBindingPolicy\"");
    Files.writeString(folder.resolve("case-event.xsd"), contract("case-event.xsd"));
    return Files.writeString(folder.resolve("case-event.wsdl"), described);
  }

  private static String contract(String file) throws IOException {
    try (InputStream in = CaseEventService.class.getResourceAsStream(CONTRACT + file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
