package dk.borgermaaling.gateway.access.kombit;

import dk.borgermaaling.gateway.access.kombit.KombitHttp.Exchange;
import dk.borgermaaling.gateway.kernel.Cvr;
import java.net.http.HttpRequest;
import java.util.function.Supplier;

/**
 * Calls a service with an access token. An answer 401 says that nothing was done: the token is
 * forgotten and the call made once more with a fresh one, never a third time.
 */
public final class TokenCalls {
  private static final int NOT_AUTHORISED = 401;
  private final KombitHttp http;
  private final HolderOfKeyTokens tokens;
  private final String certificateThumbprint;

  public TokenCalls(KombitHttp http, HolderOfKeyTokens tokens, String certificateThumbprint) {
    this.http = http;
    this.tokens = tokens;
    this.certificateThumbprint = certificateThumbprint;
  }

  /**
   * Makes the call on behalf of the authority.
   *
   * @param entityId of the service
   * @param request makes the request anew for each try, without {@code Authorization}
   */
  public Exchange call(Cvr authority, String entityId, Supplier<HttpRequest.Builder> request)
      throws NoToken {
    TokenKey key = new TokenKey(authority, entityId, certificateThumbprint);
    AccessToken token = tokens.token(key);
    Exchange first = call(request, token);
    if (first instanceof Exchange.Answered answer && answer.status() == NOT_AUTHORISED) {
      tokens.forget(key, token);
      return call(request, tokens.token(key));
    }
    return first;
  }

  private Exchange call(Supplier<HttpRequest.Builder> request, AccessToken token) {
    return http.exchange(request.get().header("Authorization", token.header()).build());
  }
}
