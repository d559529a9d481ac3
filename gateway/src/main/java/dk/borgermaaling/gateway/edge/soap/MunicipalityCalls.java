package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.Authority;
import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.replay.ReplayLog;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How every operation of a signed service is served: only with its role, only for the municipality
 * that the token speaks for, and once for each message, which is noted against replay in the
 * transaction of what it does.
 */
public final class MunicipalityCalls {
  private final Authority authority;
  private final ReplayLog replay;
  private final Transactions transactions;
  private final Supplier<VerifiedMessage> message;

  /**
   * @param message the one that this thread is serving
   */
  public MunicipalityCalls(
      Authority authority,
      ReplayLog replay,
      Transactions transactions,
      Supplier<VerifiedMessage> message) {
    this.authority = authority;
    this.replay = replay;
    this.transactions = transactions;
    this.message = message;
  }

  /**
   * Serves a call.
   *
   * @param role that the operation needs
   * @param operation gets the municipality that the caller speaks for
   */
  public <T> T serve(String role, Function<MunicipalityCode, T> operation) {
    VerifiedMessage verified = message.get();
    verified.caller().require(role);
    return serve(verified, authority.of(verified.caller()), operation);
  }

  /** As {@link #serve(String, Function)}, for a call that names its municipality. */
  public <T> T serve(String role, MunicipalityCode named, Function<MunicipalityCode, T> operation) {
    VerifiedMessage verified = message.get();
    verified.caller().require(role);
    return serve(verified, authority.of(verified.caller(), named), operation);
  }

  /**
   * As {@link #serve(String, MunicipalityCode, Function)}, for an operation that only reads, and
   * what it reads is not the gateway role's: it runs when the message is noted, outside of that
   * transaction.
   */
  public <T> T serveReading(
      String role, MunicipalityCode named, Function<MunicipalityCode, T> operation) {
    return operation.apply(serve(role, named, municipality -> municipality));
  }

  private <T> T serve(
      VerifiedMessage verified,
      MunicipalityCode municipality,
      Function<MunicipalityCode, T> operation) {
    Caller caller = verified.caller();
    return transactions.inOne(
        () -> {
          if (!replay.firstTime(municipality, caller.certificate(), verified.id())) {
            throw Refusal.notTrusted("the message came before");
          }
          return operation.apply(municipality);
        });
  }
}
