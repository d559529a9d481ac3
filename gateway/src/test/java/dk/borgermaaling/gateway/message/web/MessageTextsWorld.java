package dk.borgermaaling.gateway.message.web;

import dk.borgermaaling.gateway.access.web.StaffServer;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.message.KnownSurroundings;
import dk.borgermaaling.gateway.message.TestDelivery;
import dk.borgermaaling.gateway.message.TestSending;
import dk.borgermaaling.gateway.message.TextDesk;
import dk.borgermaaling.gateway.message.jpa.SqlContacts;
import dk.borgermaaling.gateway.message.jpa.SqlTestStore;
import dk.borgermaaling.gateway.message.jpa.SqlTextStore;
import dk.borgermaaling.gateway.notification.web.TestMessageResource;
import dk.borgermaaling.gateway.reporting.web.DashboardWorld;
import dk.borgermaaling.gateway.selection.jpa.SqlRoundBook;
import dk.borgermaaling.gateway.survey.jpa.SqlSurveyGroups;
import dk.borgermaaling.gateway.testing.SettableClock;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import dk.borgermaaling.gateway.web.Assets;
import dk.borgermaaling.gateway.web.Pages;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The pages of texts, and the other end of tests. */
final class MessageTextsWorld implements TestDelivery {
  static final int TESTS_PER_HOUR = 3;
  final List<TestMessage> sent = new ArrayList<>();
  Result result = new Result(Outcome.ACCEPTED, "");

  List<Object> resources(StaffServer server, SettableRealClock clock) {
    SettableClock business = SettableClock.at("2026-12-14T10:00");
    Jdbi jdbi = server.database.gateway();
    Transactions transactions = server.database.transactions();
    DashboardWorld.Places municipalities = new DashboardWorld.Places();
    SqlSurveyGroups groups = new SqlSurveyGroups(jdbi);
    groups.refresh();
    SqlContacts contacts = new SqlContacts(jdbi);
    contacts.refresh();
    KnownSurroundings around =
        new KnownSurroundings(
            municipalities,
            groups,
            contacts::on,
            "Ring til din kommune.",
            URI.create("https://localhost:9443"));
    SqlTextStore store = new SqlTextStore(jdbi);
    TextDesk desk =
        new TextDesk(store, around::on, server.audit, transactions, () -> {}, business, clock);
    SqlTestStore testStore = new SqlTestStore(jdbi);
    TestSending tests =
        new TestSending(
            this,
            testStore,
            around::on,
            server.audit,
            transactions,
            business,
            clock,
            TESTS_PER_HOUR);
    TextPlaces places = new TextPlaces(municipalities, groups, new SqlRoundBook(jdbi), business);
    TextPages views =
        new TextPages(store, desk, tests, places, server.pages, business, server.audit, clock);
    return List.of(
        new MessageTextsResource(store, desk, testStore, places, views, server.pages),
        new MessageTestResource(store, tests, places, views, server.pages),
        new MessageDocumentResource(store, desk, tests, places, server.pages),
        new TestMessageResource(new Pages(Assets.load())));
  }

  @Override
  public URI link() {
    return URI.create("https://localhost:9443/test-message");
  }

  @Override
  public Result send(TestMessage message) {
    sent.add(message);
    return result;
  }
}
