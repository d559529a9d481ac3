package dk.borgermaaling.gateway.caseevent.soap;

import static dk.borgermaaling.gateway.caseevent.soap.SignedEndpoint.CALLER;
import static dk.borgermaaling.gateway.caseevent.soap.SignedEndpoint.GATEWAY;
import static dk.borgermaaling.gateway.caseevent.soap.SignedEndpoint.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.contract.caseevent.CaseEvent;
import dk.borgermaaling.contract.caseevent.CaseEventPort;
import dk.borgermaaling.contract.caseevent.CaseEventService;
import dk.borgermaaling.contract.caseevent.OnDate;
import dk.borgermaaling.contract.caseevent.Problem_Exception;
import dk.borgermaaling.contract.caseevent.Receipt;
import dk.borgermaaling.contract.caseevent.Recipient;
import dk.borgermaaling.contract.caseevent.Source;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.soap.TestToken;
import jakarta.xml.ws.BindingProvider;
import java.io.StringReader;
import java.net.URL;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.security.auth.callback.CallbackHandler;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapHeader;
import org.apache.cxf.headers.Header;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.rt.security.SecurityConstants;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.ws.security.tokenstore.SecurityToken;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What plain CXF makes of our WSDL and its policy, with nothing of ours in the client. */
class PlainCxfCallerTest {
  private static final URL LIBERTY_WSDL =
      Objects.requireNonNull(
          CaseEventService.class.getResource(
              "/wsdl/borgermaaling/case-event/1/case-event-liberty.wsdl"));

  private static SignedEndpoint endpoint;

  @BeforeAll
  static void start() {
    endpoint = new SignedEndpoint();
  }

  @AfterAll
  static void stop() {
    endpoint.close();
  }

  @BeforeEach
  void forget() {
    endpoint.intake.forget();
  }

  @Test
  void is_understood_and_believes_the_answer() throws Problem_Exception {
    CaseEvent event = event("0740");
    List<Receipt> receipts =
        port(SignedCaseEventsTest.token(), CALLER).registerCaseEvents(List.of(event));
    assertThat(receipts).hasSize(1);
    assertThat(receipts.get(0).getEventId()).isEqualTo(event.getEventId());
    assertThat(receipts.get(0).getStored()).isNotNull();
    assertThat(endpoint.intake.events().get(0).happening())
        .isEqualTo(new Happening.CourseEnded(LocalDate.of(2026, 3, 2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"urn:liberty:sb", "urn:liberty:sb:2006-08"})
  void in_libertys_profile_is_understood_and_believes_the_answer(String framework)
      throws Problem_Exception {
    try (SignedEndpoint liberty = new SignedEndpoint(CaseEventSoap.LIBERTY_BASIC)) {
      CaseEventPort port =
          port(SignedCaseEventsTest.token(), CALLER, LIBERTY_WSDL, liberty.address);
      speakLiberty(port, framework);
      CaseEvent event = event("0740");
      assertThat(port.registerCaseEvents(List.of(event)).get(0).getStored()).isNotNull();
      assertThat(liberty.intake.events()).hasSize(1);
      speakLiberty(port, framework);
      assertThatThrownBy(() -> port.registerCaseEvents(List.of(event("0461"))))
          .isInstanceOf(Problem_Exception.class)
          .hasMessage("The caller may not do this");
    }
  }

  @Test
  void is_told_of_a_duplicate_and_of_a_rejected_event() throws Problem_Exception {
    CaseEvent event = event("0740");
    CaseEvent future = event("0740");
    future.setOccurredAt(Instant.now().plusSeconds(3600));
    CaseEventPort port = port(SignedCaseEventsTest.token(), CALLER);
    port.registerCaseEvents(List.of(event));
    List<Receipt> receipts = port.registerCaseEvents(List.of(future, event));
    assertThat(receipts.get(0).getRejected().getType())
        .isEqualTo("http://borgermaaling.dk/problems/malformed");
    assertThat(receipts.get(0).getRejected().getDetail()).contains("occurredAt");
    assertThat(receipts.get(1).getDuplicate()).isNotNull();
    assertThat(endpoint.intake.events()).hasSize(1);
  }

  @Test
  void with_another_key_than_the_tokens_is_not_trusted() {
    CaseEventPort port = port(SignedCaseEventsTest.token(), STRANGER);
    assertFault(port, event("0740"), "The message is not trusted", "not-trusted");
  }

  @Test
  void with_an_event_of_another_municipality_is_refused_whole() {
    CaseEventPort port = port(SignedCaseEventsTest.token(), CALLER);
    assertThatThrownBy(() -> port.registerCaseEvents(List.of(event("0740"), event("0461"))))
        .isInstanceOf(Problem_Exception.class)
        .hasMessage("The caller may not do this");
    assertThat(endpoint.intake.events()).isEmpty();
    assertThat(endpoint.intake.messages()).isZero();
  }

  @Test
  void without_the_role_is_not_allowed() {
    TestToken token = SignedCaseEventsTest.token().role("http://borgermaaling.dk/roles/other/1");
    assertFault(port(token, CALLER), event("0740"), "The caller may not do this", "not-allowed");
  }

  @Test
  void with_a_constraint_that_nobody_knows_is_not_allowed() {
    TestToken token =
        SignedCaseEventsTest.token().constraint("<Constraint Name=\"urn:x\">y</Constraint>");
    assertFault(port(token, CALLER), event("0740"), "The caller may not do this", "not-allowed");
  }

  @Test
  void with_the_cvr_of_no_municipality_is_not_allowed() {
    TestToken token = TestToken.issued(SignedEndpoint.STS, CALLER, "11111111");
    assertFault(port(token, CALLER), event("0740"), "The caller may not do this", "not-allowed");
  }

  @Test
  void with_an_event_beyond_the_schema_is_malformed_without_a_word_of_it() {
    CaseEvent event = event("0740");
    event.getRecipient().setCprNumber("610190123x");
    assertFault(
        port(SignedCaseEventsTest.token(), CALLER), event, "The message is malformed", "malformed");
  }

  private static void assertFault(
      CaseEventPort port, CaseEvent event, String title, String problem) {
    assertThatThrownBy(() -> port.registerCaseEvents(List.of(event)))
        .isInstanceOfSatisfying(
            Problem_Exception.class,
            fault -> {
              assertThat(fault).hasMessage(title);
              assertThat(fault.getFaultInfo().getType())
                  .isEqualTo("http://borgermaaling.dk/problems/" + problem);
              assertThat(fault.getFaultInfo().getDetail()).doesNotContain("610190");
              assertThat(fault.getFaultInfo().getInstance()).startsWith("urn:uuid:");
            });
    assertThat(endpoint.intake.events()).isEmpty();
    assertThat(endpoint.intake.messages()).isZero();
  }

  static CaseEvent event(String municipality) {
    OnDate day = new OnDate();
    day.setDate(LocalDate.of(2026, 3, 2));
    Recipient recipient = new Recipient();
    recipient.setCprNumber("6101901234");
    CaseEvent event = new CaseEvent();
    event.setEventId(UUID.randomUUID().toString());
    event.setSource(Source.OTHER);
    event.setMunicipalityCode(municipality);
    event.setEntityId("forloeb-1");
    event.setVersion(1);
    event.setOccurredAt(Instant.now().minusSeconds(3600));
    event.setRecipient(recipient);
    event.setCourseEnded(day);
    return event;
  }

  /** For one call: CXF adds its own headers to the list. */
  private static void speakLiberty(CaseEventPort port, String namespace) {
    ((BindingProvider) port)
        .getRequestContext()
        .put(Header.HEADER_LIST, new ArrayList<>(List.of(frameworkHeader(namespace))));
  }

  private static Header frameworkHeader(String namespace) {
    Element framework = DOMUtils.createDocument().createElementNS(namespace, "sbf:Framework");
    framework.setAttribute("version", "2.0");
    framework.setAttributeNS(
        "urn:liberty:sb:profile", "sbp:profile", "urn:liberty:sb:profile:basic");
    SoapHeader header = new SoapHeader(new QName(namespace, "Framework"), framework);
    header.setMustUnderstand(true);
    return header;
  }

  private static CaseEventPort port(TestToken token, Identity signer) {
    return port(token, signer, endpoint.address);
  }

  static CaseEventPort port(TestToken token, Identity signer, String address) {
    return port(token, signer, CaseEventService.WSDL_LOCATION, address);
  }

  private static CaseEventPort port(TestToken token, Identity signer, URL wsdl, String address) {
    try {
      var store = signer.store("caller");
      KeyStore trust = KeyStore.getInstance("PKCS12");
      trust.load(null, null);
      trust.setCertificateEntry("gateway", GATEWAY.certificate());
      Merlin crypto = new Merlin();
      crypto.setKeyStore(store.store());
      crypto.setTrustStore(trust);
      CallbackHandler password =
          callbacks ->
              ((WSPasswordCallback) callbacks[0]).setPassword(new String(store.password()));
      SecurityToken issued =
          new SecurityToken(
              token.id(),
              StaxUtils.read(new StringReader(token.xml())).getDocumentElement(),
              Instant.now().minusSeconds(60),
              Instant.now().plusSeconds(3600));
      issued.setTokenType(
          "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV2.0");
      issued.setX509Certificate(signer.certificate(), crypto);
      CaseEventPort port = new CaseEventService(wsdl).getCaseEventPort();
      ((BindingProvider) port)
          .getRequestContext()
          .putAll(
              Map.of(
                  BindingProvider.ENDPOINT_ADDRESS_PROPERTY,
                  address,
                  SecurityConstants.SIGNATURE_CRYPTO,
                  crypto,
                  SecurityConstants.SIGNATURE_USERNAME,
                  "caller",
                  SecurityConstants.CALLBACK_HANDLER,
                  password,
                  org.apache.cxf.ws.security.SecurityConstants.TOKEN,
                  issued,
                  "ws-security.asymmetric.signature.algorithm",
                  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"));
      return port;
    } catch (GeneralSecurityException
        | java.io.IOException
        | javax.xml.stream.XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
