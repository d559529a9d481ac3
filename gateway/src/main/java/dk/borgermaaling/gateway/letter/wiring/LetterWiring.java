package dk.borgermaaling.gateway.letter.wiring;

import dk.borgermaaling.gateway.access.kombit.TokenHolders;
import dk.borgermaaling.gateway.invitation.LetterUse;
import dk.borgermaaling.gateway.kernel.http.Outgoing;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.kernel.wiring.Refreshing;
import dk.borgermaaling.gateway.letter.AddressBook;
import dk.borgermaaling.gateway.letter.LetterBudget;
import dk.borgermaaling.gateway.letter.LetterPrinter;
import dk.borgermaaling.gateway.letter.PrintChoices;
import dk.borgermaaling.gateway.letter.export.PdfLetterPrinter;
import dk.borgermaaling.gateway.letter.jpa.SqlLetterBudget;
import dk.borgermaaling.gateway.letter.jpa.SqlLetterTerms;
import dk.borgermaaling.gateway.letter.kombit.KombitAddressBook;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.gateway.tables.MappingChanged;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Letters on paper: terms, budget, look-up of addresses and the printer. */
@ApplicationScoped
public class LetterWiring {
  @Produces
  @Singleton
  SqlLetterTerms terms(@GatewayDb Jdbi jdbi) {
    return new SqlLetterTerms(jdbi);
  }

  @Produces
  @Singleton
  EditableTable editableTerms(SqlLetterTerms terms) {
    return terms.editable();
  }

  /** What plans ask of letters. */
  @Produces
  @Singleton
  LetterUse letterUse(SqlLetterTerms terms) {
    return (municipality, on) -> terms.of(municipality, on).isPresent();
  }

  /** The node that changed the table need not wait for its own pause. */
  @Produces
  @Singleton
  MappingChanged refreshedTerms(SqlLetterTerms terms) {
    return new MappingChanged() {
      @Override
      public void changed(String table) {
        terms.refresh();
      }
    };
  }

  void start(
      @Observes @Priority(30) Startup event,
      SqlLetterTerms terms,
      Refreshing refreshing,
      @ConfigProperty(name = "gateway.letter.refresh-interval", defaultValue = "PT30S")
          Duration refreshInterval) {
    refreshing.start("the table of letters", refreshInterval, terms::refresh);
  }

  @Produces
  @Singleton
  LetterBudget budget(@GatewayDb Jdbi jdbi) {
    return new SqlLetterBudget(jdbi);
  }

  /** Without an address of the service nobody is looked up, and no letter is written. */
  @Produces
  @Singleton
  AddressBook addresses(
      TokenHolders holders,
      @ConfigProperty(name = "gateway.letter.address-endpoint") Optional<URI> endpoint) {
    return endpoint
        .<AddressBook>map(
            told ->
                new KombitAddressBook(
                    holders::inForce, Outgoing.address("gateway.letter.address-endpoint", told)))
        .orElse(
            (authority, citizen) ->
                new AddressBook.Answer.NoAnswer(
                    "gateway.letter.address-endpoint is not set", AddressBook.Blame.CONFIGURATION));
  }

  @Produces
  @Singleton
  LetterPrinter printer() {
    return new PdfLetterPrinter();
  }

  @Produces
  @Singleton
  PrintChoices choices(
      @ConfigProperty(name = "gateway.letter.shipment-type") Optional<Integer> shipmentType,
      @ConfigProperty(name = "gateway.letter.post-category", defaultValue = "PRIORITY")
          PrintChoices.PostCategory category,
      @ConfigProperty(name = "gateway.letter.envelope", defaultValue = "C5")
          PrintChoices.Envelope envelope,
      @ConfigProperty(name = "gateway.letter.colour", defaultValue = "false") boolean colour,
      @ConfigProperty(name = "gateway.letter.duplex", defaultValue = "true") boolean duplex) {
    return new PrintChoices(shipmentType.orElse(null), category, envelope, colour, duplex);
  }
}
