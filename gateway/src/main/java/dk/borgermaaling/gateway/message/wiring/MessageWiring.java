package dk.borgermaaling.gateway.message.wiring;

import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.kernel.wiring.Refreshing;
import dk.borgermaaling.gateway.message.KnownSurroundings;
import dk.borgermaaling.gateway.message.MessageTexts;
import dk.borgermaaling.gateway.message.TestDelivery;
import dk.borgermaaling.gateway.message.TestSending;
import dk.borgermaaling.gateway.message.TestStore;
import dk.borgermaaling.gateway.message.TextDesk;
import dk.borgermaaling.gateway.message.TextStore;
import dk.borgermaaling.gateway.message.jpa.SqlContacts;
import dk.borgermaaling.gateway.message.jpa.SqlTestStore;
import dk.borgermaaling.gateway.message.jpa.SqlTextStore;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.survey.SurveyGroups;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.gateway.tables.MappingChanged;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Texts, what they are checked against, and tests of them. */
@ApplicationScoped
public class MessageWiring {
  @Produces
  @Singleton
  TextStore textStore(@GatewayDb Jdbi gateway) {
    return new SqlTextStore(gateway);
  }

  @Produces
  @Singleton
  SqlContacts contacts(@GatewayDb Jdbi gateway) {
    return new SqlContacts(gateway);
  }

  @Produces
  @Singleton
  EditableTable contactTable(
      SqlContacts contacts, Municipalities municipalities, BusinessClock business) {
    return contacts.editable(() -> municipalities.all(business.today()));
  }

  @Produces
  @Singleton
  KnownSurroundings surroundings(
      Municipalities municipalities,
      SurveyGroups groups,
      SqlContacts contacts,
      @ConfigProperty(
              name = "gateway.notification.contact",
              defaultValue =
                  "Har du spørgsmål, så kontakt din kommune; telefonnummer og adresse står på"
                      + " kommunens hjemmeside.")
          String contact,
      @ConfigProperty(name = "gateway.public-url") URI publicUrl) {
    return new KnownSurroundings(municipalities, groups, contacts::on, contact, publicUrl);
  }

  @Produces
  @Singleton
  MessageTexts texts(TextStore store, KnownSurroundings surroundings, BusinessClock business) {
    return new MessageTexts(() -> store.inUse(business.today()), surroundings::on, business::today);
  }

  @Produces
  @Singleton
  TextDesk desk(
      TextStore store,
      KnownSurroundings surroundings,
      MessageTexts texts,
      AuditLog audit,
      Transactions transactions,
      BusinessClock business,
      Clock clock) {
    return new TextDesk(
        store, surroundings::on, audit, transactions, texts::refresh, business, clock);
  }

  @Produces
  @Singleton
  TestStore testStore(@GatewayDb Jdbi gateway) {
    return new SqlTestStore(gateway);
  }

  @Produces
  @Singleton
  TestSending testSending(
      TestDelivery delivery,
      TestStore store,
      KnownSurroundings surroundings,
      AuditLog audit,
      Transactions transactions,
      BusinessClock business,
      Clock clock,
      @ConfigProperty(name = "gateway.message.tests-per-hour", defaultValue = "20") int perHour) {
    return new TestSending(
        delivery, store, surroundings::on, audit, transactions, business, clock, perHour);
  }

  /** The node that changed a table need not wait for its own pause. */
  @Produces
  @Singleton
  MappingChanged refreshed(SqlContacts contacts, MessageTexts texts) {
    return new MappingChanged() {
      @Override
      public void changed(String table) {
        contacts.refresh();
        texts.refresh();
      }
    };
  }

  /** After municipalities and survey groups, which texts are checked against. */
  void start(
      @Observes @Priority(40) Startup event,
      SqlContacts contacts,
      MessageTexts texts,
      Refreshing refreshing,
      @ConfigProperty(name = "gateway.message.refresh-interval", defaultValue = "PT30S")
          Duration refreshInterval) {
    refreshing.start(
        "the texts of messages",
        refreshInterval,
        () -> {
          contacts.refresh();
          texts.refresh();
        });
  }
}
