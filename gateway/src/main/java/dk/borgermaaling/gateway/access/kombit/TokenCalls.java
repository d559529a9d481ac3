package dk.borgermaaling.gateway.access.kombit;

import dk.borgermaaling.gateway.access.kombit.KombitHttp.Exchange;
import dk.borgermaaling.gateway.kernel.Cvr;
import java.net.http.HttpRequest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
    return authorise(authority, entityId).call(request, () -> true);
  }

  /** Fetches the token that a call needs, so that it can leave at once. */
  public Authorised authorise(Cvr authority, String entityId) throws NoToken {
    TokenKey key = new TokenKey(holders.get(), authority, entityId, onBehalfOf);
    return new Authorised(key, tokens.token(key));
  }

  /** A token in hand, for one call. */
  public final class Authorised {
    private final TokenKey key;
    private final AccessToken token;

    private Authorised(TokenKey key, AccessToken token) {
      this.key = key;
      this.token = token;
    }

    /**
     * Makes the call.
     *
     * @param request makes the request anew for each try, without {@code Authorization}
     * @param mayBegin asked right before each try; when it says false, nothing leaves
     */
    public Exchange call(Supplier<HttpRequest.Builder> request, BooleanSupplier mayBegin)
        throws NoToken {
      Exchange first = once(request, token, mayBegin);
      if (first instanceof Exchange.Answered answer && answer.status() == NOT_AUTHORISED) {
        tokens.forget(key, token);
        return once(request, tokens.token(key), mayBegin);
      }
      return first;
    }

    private Exchange once(
        Supplier<HttpRequest.Builder> request, AccessToken with, BooleanSupplier mayBegin) {
      HttpRequest ready = request.get().header("Authorization", with.header()).build();
      return mayBegin.getAsBoolean()
          ? key.holder().http().exchange(ready)
          : new Exchange.NeverLeft("the call came up too late to be made");
    }
  }
}
