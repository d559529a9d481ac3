package dk.borgermaaling.gateway.caseevent.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.contract.caseevent.CaseEvent;
import dk.borgermaaling.contract.caseevent.CaseEventPort;
import dk.borgermaaling.contract.caseevent.EventState;
import dk.borgermaaling.contract.caseevent.Problem_Exception;
import dk.borgermaaling.contract.caseevent.Source;
import dk.borgermaaling.contract.caseevent.Withdrawal;
import dk.borgermaaling.gateway.caseevent.SenderRoles;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Withdrawal and status, called by plain CXF; the rules behind them have tests of their own. */
class SenderOperationsTest {
  private static final String BOTH =
      SenderRoles.REGISTER + "</Privilege><Privilege>" + SenderRoles.READ_STATUS;

  private static SignedEndpoint endpoint;
  private final CaseEventPort port = port(BOTH);
  private final CaseEvent event = PlainCxfCallerTest.event("0740");

  @BeforeAll
  static void start() {
    endpoint = new SignedEndpoint();
  }

  @AfterAll
  static void stop() {
    endpoint.close();
  }

  @BeforeEach
  void register() throws Problem_Exception {
    endpoint.intake.forget();
    port.registerCaseEvents(List.of(event));
  }

  @Test
  void what_was_told_is_received_until_it_is_decided_on() throws Problem_Exception {
    var status = port.getCaseEventStatus("0740", Source.OTHER, event.getEventId());
    assertThat(status.getEventId()).isEqualTo(event.getEventId());
    assertThat(status.getState()).isEqualTo(EventState.RECEIVED);
  }

  @Test
  void what_is_taken_back_is_withdrawn_and_a_repeat_is_answered_as_the_first_was()
      throws Problem_Exception {
    Withdrawal first = port.withdrawCaseEvent("0740", Source.OTHER, event.getEntityId(), 1);
    Withdrawal again = port.withdrawCaseEvent("0740", Source.OTHER, event.getEntityId(), 1);
    assertThat(again.getEventId()).isEqualTo(first.getEventId());
    assertThat(again.getVersion()).isEqualTo(2).isEqualTo(first.getVersion());
    assertThat(endpoint.intake.events()).hasSize(2);
    assertThat(port.getCaseEventStatus("0740", Source.OTHER, event.getEventId()).getState())
        .isEqualTo(EventState.WITHDRAWN);
  }

  @Test
  void what_was_never_told_is_not_found() {
    assertProblem(
        () -> port.getCaseEventStatus("0740", Source.OTHER, UUID.randomUUID().toString()),
        "not-found");
    assertProblem(
        () -> port.withdrawCaseEvent("0740", Source.OTHER, event.getEntityId(), 7), "not-found");
  }

  @Test
  void another_municipality_is_not_allowed() {
    assertProblem(
        () -> port.getCaseEventStatus("0461", Source.OTHER, event.getEventId()), "not-allowed");
    assertProblem(
        () -> port.withdrawCaseEvent("0461", Source.OTHER, event.getEntityId(), 1), "not-allowed");
  }

  @Test
  void each_operation_needs_its_own_role() {
    CaseEventPort registers = port(SenderRoles.REGISTER);
    CaseEventPort reads = port(SenderRoles.READ_STATUS);
    assertProblem(
        () -> registers.getCaseEventStatus("0740", Source.OTHER, event.getEventId()),
        "not-allowed");
    assertProblem(
        () -> reads.withdrawCaseEvent("0740", Source.OTHER, event.getEntityId(), 1), "not-allowed");
    assertProblem(() -> reads.registerCaseEvents(List.of(event)), "not-allowed");
    assertThat(endpoint.intake.events()).hasSize(1);
  }

  private static CaseEventPort port(String roles) {
    return PlainCxfCallerTest.port(
        SignedCaseEventsTest.token().role(roles), SignedEndpoint.CALLER, endpoint.address);
  }

  private static void assertProblem(ThrowingCallable call, String problem) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem_Exception.class,
            fault ->
                assertThat(fault.getFaultInfo().getType())
                    .isEqualTo("http://borgermaaling.dk/problems/" + problem));
  }
}
