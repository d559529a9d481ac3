package dk.borgermaaling.gateway.console;

import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.audit.AuditLog.Action;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.Channels;
import dk.borgermaaling.gateway.invitation.ClosedDays;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.LetterUse;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.notification.PlanBook;
import dk.borgermaaling.gateway.notification.PlanView;
import dk.borgermaaling.gateway.notification.PlanView.PlannedRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where operators see the plan of an invitation and change what has not left. Whether a reminder
 * was still needed is neither shown nor told by an answer: changing one that has ended looks like
 * changing any other.
 */
public final class PlanDesk {
  private static final String GONE =
      "Trinnet kan ikke ændres mere: tiden er gået, det er taget ud, eller beskeden er sendt.";

  private final PlanBook book;
  private final ClosedDays closed;
  private final LetterUse letters;
  private final Transactions transactions;
  private final AuditLog audit;
  private final BusinessClock business;
  private final Clock clock;

  /**
   * @param clock real time
   */
  public PlanDesk(
      PlanBook book,
      ClosedDays closed,
      LetterUse letters,
      Transactions transactions,
      AuditLog audit,
      BusinessClock business,
      Clock clock) {
    this.book = book;
    this.closed = closed;
    this.letters = letters;
    this.transactions = transactions;
    this.audit = audit;
    this.business = business;
    this.clock = clock;
  }

  /** Invitations of a citizen; that somebody asked for them is noted. */
  public List<InvitationId> ofCitizen(MunicipalityCode municipality, CitizenId citizen, String by) {
    return transactions.inOne(
        () -> {
          audit.note(
              clock.instant(), by, Action.SAW_PLAN, municipality, citizen.value().toString());
          return book.ofCitizen(municipality, citizen);
        });
  }

  public List<InvitationId> ofCase(MunicipalityCode municipality, String reference) {
    return transactions.inOne(() -> book.ofCase(municipality, reference));
  }

  /** The plan, noted as seen. */
  public Optional<PlanView> see(MunicipalityCode municipality, InvitationId invitation, String by) {
    return transactions.inOne(
        () -> {
          Optional<PlanView> plan = book.find(municipality, invitation);
          plan.ifPresent(one -> note(by, Action.SAW_PLAN, one, ""));
          return plan;
        });
  }

  /**
   * Moves a step, or has it go by other channels.
   *
   * @param plannedFor business time
   * @param by user name
   * @return what is wrong, in Danish; empty when it is done
   */
  public Optional<String> change(
      MunicipalityCode municipality,
      InvitationId invitation,
      Step step,
      Instant plannedFor,
      List<Channel> channels,
      String reason,
      String by) {
    return edit(
        municipality,
        invitation,
        step,
        new PlanBook.Change(plannedFor, channels, false, reason.strip(), by),
        plan -> problemOf(plan, step, plannedFor, channels));
  }

  /** Takes a reminder out of the plan; the first message goes with its invitation. */
  public Optional<String> takeOut(
      MunicipalityCode municipality, InvitationId invitation, Step step, String reason, String by) {
    if (!step.isReminder()) {
      return Optional.of(
          "Den første besked kan ikke tages ud alene. Flyt den, eller registrér, at borgeren ikke vil"
              + " spørges.");
    }
    return transactions.inOne(
        () ->
            book.find(municipality, invitation)
                .flatMap(plan -> row(plan, step))
                .map(
                    row ->
                        edit(
                            municipality,
                            invitation,
                            step,
                            new PlanBook.Change(
                                row.plannedFor(), row.channels(), true, reason.strip(), by),
                            plan -> Optional.empty()))
                .orElseGet(() -> Optional.of(GONE)));
  }

  private interface Check {
    Optional<String> of(PlanView plan);
  }

  private Optional<String> edit(
      MunicipalityCode municipality,
      InvitationId invitation,
      Step step,
      PlanBook.Change change,
      Check check) {
    Optional<String> badReason = WrittenReason.problemOf(change.reason());
    if (badReason.isPresent()) {
      return badReason;
    }
    return transactions.inOne(
        () -> {
          PlanView plan = book.lock(municipality, invitation).orElse(null);
          PlannedRow row = plan == null ? null : row(plan, step).orElse(null);
          if (plan == null || row == null || !plan.isOpen(row, business.now())) {
            return Optional.of(GONE);
          }
          Optional<String> problem = check.of(plan);
          if (problem.isPresent()) {
            return problem;
          }
          boolean changed = book.change(plan, row, change);
          if (!changed && !step.isReminder()) {
            return Optional.of(GONE);
          }
          note(change.by(), Action.CHANGED_PLAN, plan, "/" + step.name());
          return Optional.empty();
        });
  }

  private static Optional<PlannedRow> row(PlanView plan, Step step) {
    return plan.steps().stream().filter(row -> row.step().equals(step)).findFirst();
  }

  private Optional<String> problemOf(
      PlanView plan, Step step, Instant plannedFor, List<Channel> channels) {
    PlannedRow row = row(plan, step).orElseThrow();
    List<String> ofChannels = Channels.problemsOf(step, channels);
    if (!ofChannels.isEmpty()) {
      return Optional.of(ofChannels.get(0));
    }
    if (channels.contains(Channel.LETTER)
        && !letters.agreed(
            plan.municipality(), LocalDate.ofInstant(plannedFor, BusinessClock.DENMARK))) {
      return Optional.of("Kommunen har ingen aftale om breve den dag.");
    }
    if (plannedFor.isBefore(business.now()) || !plannedFor.isBefore(plan.closesAt())) {
      return Optional.of("Tidspunktet skal ligge efter nu, og før invitationen lukker.");
    }
    if (!row.window().next(plannedFor, closed).equals(plannedFor)) {
      return Optional.of(
          "Tidspunktet ligger uden for planens ugedage og timer, eller på en lukkedag.");
    }
    return isInOrder(plan, step, plannedFor)
        ? Optional.empty()
        : Optional.of("Trinnene skal blive i deres orden.");
  }

  private static boolean isInOrder(PlanView plan, Step step, Instant plannedFor) {
    return plan.steps().stream()
        .filter(other -> !other.takenOut() && !other.step().equals(step))
        .allMatch(
            other ->
                other.step().name().compareTo(step.name()) < 0
                    ? other.plannedFor().isBefore(plannedFor)
                    : plannedFor.isBefore(other.plannedFor()));
  }

  private void note(String by, Action action, PlanView plan, String part) {
    audit.note(clock.instant(), by, action, plan.municipality(), plan.invitation().value() + part);
  }
}
