package dk.borgermaaling.simulators.sts;

import dk.borgermaaling.simulators.Part;
import dk.borgermaaling.simulators.Surroundings;
import dk.borgermaaling.simulators.certificates.KeyFile;
import dk.borgermaaling.simulators.server.Handler;
import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.server.Route;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.wss4j.dom.engine.WSSConfig;

/** Tokens: the STS in its three variants and the AccessTokenService. */
public final class Sts implements Part {
  private static final int LARGEST_REQUEST = 200_000;

  private final SoapEndpoint soap;
  private final JsonEndpoint json;
  private final OAuthEndpoint oauth;
  private final AccessTokenService exchange;
  private final AtomicInteger issued = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  public Sts(Surroundings around, Registry registry, AccessTokens tokens, Clock real) {
    WSSConfig.init();
    KeyFile key = around.key("sts");
    TokenIssuer issuer = new TokenIssuer(registry, key, real);
    this.soap =
        new SoapEndpoint(
            issuer,
            new SoapAnswer(key),
            around.trust(),
            new MessageIds(real, SignedRequest.LET_IN_FOR),
            around.settings().strictContentType());
    this.json = new JsonEndpoint(issuer);
    this.oauth = new OAuthEndpoint(issuer, registry, key, tokens, real);
    this.exchange =
        new AccessTokenService(
            new AssertionCheck(key.certificate()),
            tokens,
            Set.of(Registry.SEND, Registry.LOOK_UP),
            real);
  }

  @Override
  public String name() {
    return "sts";
  }

  @Override
  public List<Route> routes() {
    return List.of(
        post("/runtime/services/kombittrust/14/certificatemixed", soap::issue),
        Route.get("/runtime/services/kombittrust/mex", soap::wsdl),
        post("/runtime/api/rest/wstrust/v1/issue", json::issue),
        post("/runtime/api/rest/oauth/v1/issue", oauth::issue),
        post("/service/AccessTokenService_1/token", exchange::exchange));
  }

  private Route post(String path, Handler handler) {
    return Route.post(path, request -> counted(request, handler)).withMaxBody(LARGEST_REQUEST);
  }

  private Reply counted(Request request, Handler handler) throws IOException {
    Reply reply = handler.handle(request);
    (reply.status() == 200 ? issued : refused).incrementAndGet();
    return reply;
  }

  @Override
  public JsonObject status() {
    return Json.createObjectBuilder()
        .add("issued", issued.get())
        .add("refused", refused.get())
        .build();
  }
}
