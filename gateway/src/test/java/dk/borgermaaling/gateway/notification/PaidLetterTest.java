package dk.borgermaaling.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.PlannedStep;
import dk.borgermaaling.gateway.invitation.SendWindow;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.letter.PrintChoices;
import dk.borgermaaling.gateway.letter.Sheets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps that go by letter first and by text message after that. */
class PaidLetterTest extends SendingFixture {
  private final Purse purse = new Purse();

  @Override
  void plan(Step step) {
    ledger.add(
        List.of(
            Notification.planned(
                id,
                INVITATION,
                new PlannedStep(
                    step,
                    danish("2026-11-25T10:00"),
                    SendWindow.STANDARD,
                    List.of(Channel.LETTER, Channel.NEMSMS)))));
  }

  @Test
  void a_letter_is_paid_for_where_its_start_is_committed() {
    letters = this::letter;
    assertThat(run()).isEqualTo(Next.DONE);
    assertThat(post.sent).singleElement().isInstanceOf(LetterMessage.class);
    assertThat(purse.paid).isEqualTo(1);
    assertThat(purse.inTransaction).isTrue();
    assertThat(facts().state()).isEqualTo(NotificationState.ACCEPTED);
    assertThat(facts().channel()).isEqualTo(Channel.LETTER);
  }

  @Test
  void a_budget_that_another_has_spent_meanwhile_keeps_the_letter_and_the_step_goes_on() {
    letters = this::letter;
    purse.empty = true;
    Next next = run();
    assertThat(next).isEqualTo(new Next.Again(business.toReal(business.now())));
    assertThat(post.sent).isEmpty();
    assertThat(facts().state()).isEqualTo(NotificationState.PLANNED);
    assertThat(desk.open).isFalse();
    letters =
        writing -> new Written.Refused(new Failure(FailureClass.STOPPED, Letters.BUDGET_SPENT));
    assertThat(run()).isEqualTo(Next.DONE);
    assertThat(post.sent).singleElement().isInstanceOf(NemSmsMessage.class);
  }

  @Test
  void a_letter_that_was_refused_is_given_back() {
    letters = this::letter;
    post.outcome = new SendOutcome.Refused(new Failure(FailureClass.CONTENT, "no"));
    run();
    assertThat(purse.paid).isZero();
  }

  @Test
  void an_unknown_outcome_and_one_that_is_tried_again_stay_paid() {
    letters = this::letter;
    post.outcome = new SendOutcome.NotSent(new Failure(FailureClass.TRANSIENT, "not connected"));
    run();
    assertThat(purse.paid).isEqualTo(1);
    post.outcome = new SendOutcome.Unknown("no answer in time");
    run();
    assertThat(purse.paid).isEqualTo(1);
    assertThat(facts().state()).isEqualTo(NotificationState.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {Failure.CITIZEN_DEAD, Failure.CITIZEN_MOVED_AWAY})
  void who_is_dead_or_has_moved_gets_no_text_message_either(String reason) {
    letters = writing -> new Written.Refused(new Failure(FailureClass.STOPPED, reason));
    assertThat(run()).isEqualTo(Next.DONE);
    assertThat(post.sent).isEmpty();
    assertThat(facts().state()).isEqualTo(NotificationState.FAILED);
    assertThat(facts().failure()).isEqualTo(new Failure(FailureClass.STOPPED, reason));
  }

  private Written letter(Writing writing) {
    return new Written.Ready(
        new LetterMessage(
            writing.identifiers().messageUuid(),
            writing.identifiers().transactionId(),
            new Cvr("35209115"),
            "Et brev",
            Sheets.LONG,
            new PrintChoices(
                265, PrintChoices.PostCategory.PRIORITY, PrintChoices.Envelope.C5, false, true),
            "%PDF-1.7".getBytes(StandardCharsets.US_ASCII),
            purse.of(writing.identifiers().messageUuid())));
  }

  /** Counts the letters that are paid for. */
  private final class Purse {
    private boolean empty;
    private int paid;
    private boolean inTransaction;

    Postage of(UUID letter) {
      return new Postage() {
        @Override
        public boolean pay() {
          inTransaction = transactions.open;
          boolean known = letter.equals(last);
          last = letter;
          paid += empty || known ? 0 : 1;
          return !empty;
        }

        @Override
        public void giveBack() {
          paid--;
        }
      };
    }

    private UUID last = new UUID(0, 0);
  }
}
