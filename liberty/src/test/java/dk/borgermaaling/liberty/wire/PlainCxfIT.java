package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.contract.caseevent.CaseEvent;
import dk.borgermaaling.contract.caseevent.Problem_Exception;
import dk.borgermaaling.contract.caseevent.Receipt;
import dk.borgermaaling.simulators.caller.ServicePlatformCaller;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Signed SOAP as plain CXF makes it from our WSDL, and the bytes that it sent, once more by hand.
 */
@ExtendWith(ArquillianExtension.class)
class PlainCxfIT {
  private final Wire wire = Wire.played();
  private final List<byte[]> sent = new ArrayList<>();
  private final ServicePlatformCaller caller = new ServicePlatformCaller(wire.caller(), sent::add);
  private final FreshEvent fresh = FreshEvent.in(wire.system());

  @RegisterExtension final UnchangedDatabase database = new UnchangedDatabase(wire);

  @AfterEach
  void forget() {
    caller.close();
    Traces.remove(wire, fresh.eventId());
  }

  @Test
  void an_accepted_message_stores_its_event_once_whoever_brings_it_again() throws Exception {
    database.exceptMessageIds();
    List<Receipt> receipts = caller.register(List.of(fresh.contract("0740", "6.2")));
    assertThat(receipts).hasSize(1);
    assertThat(receipts.get(0).getStored()).isNotNull();
    Traces.awaitDecision(wire, fresh.eventId());
    var stored = wire.contents().read();

    assertThat(sent).hasSize(1);
    String captured = new String(sent.get(0), StandardCharsets.UTF_8);
    assertThat(captured).contains("STR-Transform", fresh.eventId());
    assertUntrusted(captured);
    assertUntrusted(captured.replace(fresh.cpr(), "6101901234"));
    assertThat(wire.contents().read()).isEqualTo(stored);

    assertThat(caller.register(List.of(fresh.contract("0740", "6.2"))).get(0).getDuplicate())
        .isNotNull();
    assertThat(events()).isEqualTo(1);
  }

  @Test
  void an_event_of_another_municipality_refuses_the_whole_message() {
    List<CaseEvent> events = List.of(fresh.contract("0740", "6.2"), fresh.contract("0461", "6.2"));
    assertThatThrownBy(() -> caller.register(events))
        .isInstanceOfSatisfying(
            Problem_Exception.class,
            problem -> {
              assertThat(problem).hasMessage("The caller may not do this");
              assertThat(problem.getFaultInfo().getType())
                  .isEqualTo("http://borgermaaling.dk/problems/not-allowed");
              assertThat(problem.getFaultInfo().getDetail()).doesNotContain(fresh.cpr());
            });
    assertThat(events()).isZero();
  }

  @Test
  void an_unknown_target_group_is_rejected_by_its_receipt_and_leaves_no_row() throws Exception {
    database.exceptMessageIds();
    database.exceptWhatIsSetAside();
    List<Receipt> receipts = caller.register(List.of(fresh.contract("0740", "6.99")));
    assertThat(receipts.get(0).getEventId()).isEqualTo(fresh.eventId());
    assertThat(receipts.get(0).getRejected().getType())
        .isEqualTo("http://borgermaaling.dk/problems/unknown-target-group");
    assertThat(events()).isZero();
  }

  private void assertUntrusted(String message) {
    SoapBadInputIT.assertFault(wire.soap(message), 500, "not-trusted");
  }

  private long events() {
    return wire.tables()
        .count("SELECT count(*) FROM intake.case_event WHERE event_id = '" + fresh.eventId() + "'");
  }
}
