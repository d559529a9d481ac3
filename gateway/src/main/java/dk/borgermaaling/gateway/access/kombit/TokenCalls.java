package dk.borgermaaling.gateway.access.kombit;

import dk.borgermaaling.gateway.access.kombit.KombitHttp.Exchange;
import dk.borgermaaling.gateway.kernel.Cvr;
import java.net.http.HttpRequest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Calls a service with an access token. An answer 401 says that nothing was done: the token is
 * forgotten and the call made once more with a fresh one, never a third time.
 */
public final class TokenCalls {
  private static final int NOT_AUTHORISED = 401;
  private final Supplier<TokenHolder> holders;
  private final HolderOfKeyTokens tokens;
  private final Optional<X509Certificate> onBehalfOf;

  /**
   * @param holders gives the one in force
   * @param onBehalfOf the system that all calls are made for, when it is not ourselves
   */
  public TokenCalls(
      Supplier<TokenHolder> holders,
      HolderOfKeyTokens tokens,
      Optional<X509Certificate> onBehalfOf) {
    this.holders = holders;
    this.tokens = tokens;
    this.onBehalfOf = onBehalfOf;
  }

  /**
   * Makes the call on behalf of the authority.
   *
   * @param entityId of the service
   * @param request makes the request anew for each try, without {@code Authorization}
   */
  public Exchange call(Cvr authority, String entityId, Supplier<HttpRequest.Builder> request)
      throws NoToken {
    TokenKey key = new TokenKey(holders.get(), authority, entityId, onBehalfOf);
    AccessToken token = tokens.token(key);
    Exchange first = call(key, request, token);
    if (first instanceof Exchange.Answered answer && answer.status() == NOT_AUTHORISED) {
      tokens.forget(key, token);
      return call(key, request, tokens.token(key));
    }
    return first;
  }

  private static Exchange call(
      TokenKey key, Supplier<HttpRequest.Builder> request, AccessToken token) {
    return key.holder()
        .http()
        .exchange(request.get().header("Authorization", token.header()).build());
  }
}
