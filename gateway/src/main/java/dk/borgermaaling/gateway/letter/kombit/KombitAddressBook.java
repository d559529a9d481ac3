package dk.borgermaaling.gateway.letter.kombit;

import dk.borgermaaling.gateway.access.kombit.KombitHttp.Exchange;
import dk.borgermaaling.gateway.access.kombit.TokenHolder;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.letter.AddressBook;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.function.Supplier;

/**
 * The civil register by Serviceplatformen's SF1520, PersonBaseDataExtended, over mutual TLS with
 * the function certificate (docs/adr/0032).
 */
public final class KombitAddressBook implements AddressBook {
  private final Supplier<TokenHolder> holders;
  private final URI endpoint;
  private final PersonLookup lookup;

  /**
   * @param holders gives the function certificate in force
   * @param endpoint ends in the version of the service, for example {@code
   *     /service/CPR/PersonBaseDataExtended/4}
   */
  public KombitAddressBook(Supplier<TokenHolder> holders, URI endpoint) {
    this.holders = holders;
    this.endpoint = endpoint;
    this.lookup = new PersonLookup(endpoint);
  }

  @Override
  public Answer ask(Cvr authority, CprNumber citizen) {
    Exchange exchange =
        holders
            .get()
            .http()
            .exchange(
                HttpRequest.newBuilder(endpoint)
                    .header("Content-Type", "text/xml;charset=UTF-8")
                    .header("Accept", "text/xml")
                    .header("SOAPAction", lookup.action())
                    .POST(HttpRequest.BodyPublishers.ofByteArray(lookup.write(authority, citizen)))
                    .build());
    if (exchange instanceof Exchange.Answered answer) {
      return PersonAnswer.read(answer.status(), answer.body());
    }
    return exchange instanceof Exchange.NeverLeft never
        ? new Answer.NoAnswer(
            never.why(), never.why().contains("Handshake") ? Blame.CONFIGURATION : Blame.TRANSIENT)
        : new Answer.NoAnswer("no readable answer in time", Blame.TRANSIENT);
  }
}
