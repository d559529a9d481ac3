package dk.borgermaaling.simulators.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.simulators.certificates.KeyFile;
import dk.borgermaaling.simulators.support.RunningSts;
import dk.borgermaaling.simulators.support.TestCertificates;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.ws.security.tokenstore.SecurityToken;
import org.apache.wss4j.common.saml.SAMLKeyInfo;
import org.apache.wss4j.common.saml.SamlAssertionWrapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainCxfClientTest {
  private static final String SILKEBORG = "29189641";
  @TempDir static Path state;
  private static RunningSts sts;
  private static Bus bus;

  @BeforeAll
  static void start() throws Exception {
    sts = RunningSts.start(state);
    bus = BusFactory.newInstance().createBus();
  }

  @AfterAll
  static void stop() {
    bus.shutdown(true);
    sts.close();
  }

  @Test
  void a_cxf_client_gets_an_assertion_that_opensaml_verifies() throws Exception {
    SecurityToken token = request("caller", SILKEBORG, false);
    SamlAssertionWrapper assertion = new SamlAssertionWrapper(token.getToken());
    X509Certificate signer = TestCertificates.key("sts").certificate();
    assertion.verifySignature(new SAMLKeyInfo(new X509Certificate[] {signer}));
    assertion.validateSignatureAgainstProfile();
    assertThat(assertion.getConfirmationMethods())
        .containsExactly("urn:oasis:names:tc:SAML:2.0:cm:holder-of-key");
    assertThat(
            assertion
                .getSaml2()
                .getConditions()
                .getAudienceRestrictions()
                .get(0)
                .getAudiences()
                .get(0)
                .getURI())
        .isEqualTo(Registry.CASE_EVENT);
    assertThat(assertion.getSaml2().getAttributeStatements().get(0).getAttributes()).hasSize(5);
  }

  @Test
  void the_use_key_of_stock_cxf_is_refused() {
    assertThatThrownBy(() -> request("caller", SILKEBORG, true))
        .hasStackTraceContaining("UseKey must hold a BinarySecurityToken");
  }

  @Test
  void another_municipality_than_the_agreement_s_is_refused() {
    assertThatThrownBy(() -> request("caller", "35209115", false))
        .hasStackTraceContaining("No approved service agreement");
  }

  private static SecurityToken request(String party, String cvr, boolean stock) throws Exception {
    KeyFile key = TestCertificates.key(party);
    return KombitStsClient.to(bus, sts.port(), key, cvr, stock)
        .requestSecurityToken(Registry.CASE_EVENT);
  }
}
