package dk.borgermaaling.gateway.access.kombit;

import dk.borgermaaling.gateway.access.kombit.KombitHttp.Exchange;
import dk.borgermaaling.gateway.edge.trust.Trust;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import org.apache.wss4j.dom.engine.WSSConfig;

/**
 * Asks KOMBIT's STS for a holder-of-key assertion over WS-Trust 1.3 and SOAP 1.2, {@code
 * /runtime/services/kombittrust/14/certificatemixed}: a signed request without a client
 * certificate, a signed answer (OIO WS-Trust, KOMBIT's interface description).
 */
public final class SoapSts implements AssertionSource {
  /** The STS takes no {@code action} beside it, which SOAP libraries like to add. */
  private static final String TYPE = "application/soap+xml; charset=utf-8";

  private static final TokenServiceCall STS = new TokenServiceCall("the STS");
  private final URI endpoint;
  private final Trust trust;
  private final Clock clock;

  /**
   * @param trust whose signature an answer must have: a token service's, in force and not revoked
   * @param clock real time
   */
  public SoapSts(URI endpoint, Trust trust, Clock clock) {
    WSSConfig.init();
    this.endpoint = endpoint;
    this.trust = trust;
    this.clock = clock;
  }

  @Override
  public Assertion issue(TokenKey key) throws NoToken {
    TrustRequest question = TrustRequest.signed(key, endpoint, clock);
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", TYPE)
            .header("Accept", "application/soap+xml")
            .POST(HttpRequest.BodyPublishers.ofByteArray(question.xml()))
            .build();
    Exchange.Answered answer = STS.answer(key.holder().bare(), request);
    if (answer.status() != 200) {
      throw TrustFault.of(answer.status(), answer.body());
    }
    String assertion = new TrustAnswer(trust, clock).assertion(answer.body(), question.messageId());
    return Assertion.read(assertion, key);
  }
}
