package dk.borgermaaling.gateway.enquiry;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.CitizenLock;
import dk.borgermaaling.gateway.citizen.CitizenNumbers;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.selection.InvitationBook;
import dk.borgermaaling.gateway.selection.LeftOut;
import dk.borgermaaling.gateway.selection.PastInvitation;
import dk.borgermaaling.gateway.selection.TakenBack;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is not to be asked (fravalg), by municipality. A citizen of whom no event has told yet is
 * kept in the vault like any other, so that the first one finds the opt-out.
 */
public final class OptOuts {
  private final Transactions transactions;
  private final CitizenVault vault;
  private final CitizenLock lock;
  private final CitizenNumbers numbers;
  private final OptOutStore store;
  private final InvitationBook invitations;
  private final BusinessClock clock;

  public OptOuts(
      Transactions transactions,
      CitizenVault vault,
      CitizenLock lock,
      CitizenNumbers numbers,
      OptOutStore store,
      InvitationBook invitations,
      BusinessClock clock) {
    this.transactions = transactions;
    this.vault = vault;
    this.lock = lock;
    this.numbers = numbers;
    this.store = store;
    this.invitations = invitations;
    this.clock = clock;
  }

  /**
   * From now on no event of this municipality leads to an invitation of the citizen, and what has
   * not left yet of its open ones is taken back, reminders too. The same again changes nothing;
   * another reason replaces the one before. Other municipalities still ask.
   *
   * @return our id of the citizen
   */
  public CitizenId optOut(MunicipalityCode municipality, CprNumber citizen, OptOutReason reason) {
    return transactions.inOne(
        () -> {
          CitizenId id = vault.idOf(new Recipient.Person(citizen));
          Set<CitizenId> person = held(municipality, id);
          Instant now = clock.now();
          store.put(municipality, id, reason, now);
          List<PastInvitation> withdrawn =
              invitations.takeBack(
                  invitations.of(person).stream()
                      .filter(invitation -> invitation.municipality().equals(municipality))
                      .filter(invitation -> invitation.isOpenAt(now))
                      .toList(),
                  new TakenBack(TakenBack.Because.OPTED_OUT, now));
          store.leftOut(withdrawn.stream().map(one -> leftOut(one, person)).toList());
          return id;
        });
  }

  /**
   * What comes from now on may be asked about again; what was taken back or decided stays so.
   * Nothing changes, and nobody is told so, when the citizen had not opted out.
   *
   * @return our id of the citizen; empty when we know of none
   */
  public Optional<CitizenId> revoke(MunicipalityCode municipality, CprNumber citizen) {
    return transactions.inOne(
        () -> {
          Optional<CitizenId> known = vault.find(new Recipient.Person(citizen));
          known.ifPresent(
              id -> held(municipality, id).forEach(number -> store.remove(municipality, number)));
          return known;
        });
  }

  private static LeftOut leftOut(PastInvitation withdrawn, Set<CitizenId> person) {
    return new LeftOut(
        withdrawn.municipality(), person, withdrawn.mode(), withdrawn.plannedFirst());
  }

  private Set<CitizenId> held(MunicipalityCode municipality, CitizenId id) {
    Set<CitizenId> person = numbers.numbersOf(municipality, id);
    lock.hold(person);
    return person;
  }
}
