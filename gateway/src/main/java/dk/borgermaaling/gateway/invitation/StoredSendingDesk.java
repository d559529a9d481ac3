package dk.borgermaaling.gateway.invitation;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.selection.Quarantine;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Answers the sending code from the stored invitation, and changes it under its lock. */
public final class StoredSendingDesk implements SendingDesk {
  private final Transactions transactions;
  private final Invitations invitations;
  private final Quarantine quarantine;
  private final LinkTokens tokens;
  private final URI publicUrl;
  private final BusinessClock clock;

  /**
   * @param publicUrl where citizens reach the gateway; a link is this, {@code s/} and the token
   */
  public StoredSendingDesk(
      Transactions transactions,
      Invitations invitations,
      Quarantine quarantine,
      LinkTokens tokens,
      URI publicUrl,
      BusinessClock clock) {
    this.transactions = transactions;
    this.invitations = invitations;
    this.quarantine = quarantine;
    this.tokens = tokens;
    this.publicUrl = withSlash(publicUrl);
    this.clock = clock;
  }

  private static URI withSlash(URI url) {
    if (!url.isAbsolute()) {
      throw new IllegalArgumentException("gateway.public-url must be an absolute URL");
    }
    return url.toString().endsWith("/") ? url : URI.create(url + "/");
  }

  @Override
  public Permission ask(InvitationId id) {
    return transactions.inOne(() -> answer(present(id, invitations.find(id))));
  }

  @Override
  public boolean letGo(InvitationId id, BooleanSupplier start) {
    return change(
        id, invitation -> isGranted(invitation) && start.getAsBoolean(), Invitation::letGo);
  }

  @Override
  public boolean keepBack(InvitationId id, BooleanSupplier note) {
    return change(id, invitation -> note.getAsBoolean(), Invitation::keptBack);
  }

  private boolean change(
      InvitationId id, Predicate<Invitation> condition, UnaryOperator<Invitation> change) {
    return transactions.inOne(
        () -> {
          Invitation invitation = present(id, invitations.lock(id));
          if (!condition.test(invitation)) {
            return false;
          }
          Invitation changed = change.apply(invitation);
          invitations.save(changed);
          if (changed.isWithdrawn() && !invitation.isWithdrawn()) {
            quarantine.remove(List.of(changed.past()));
          }
          return true;
        });
  }

  private static Invitation present(InvitationId id, Optional<Invitation> invitation) {
    return invitation.orElseThrow(
        () -> new IllegalStateException("no invitation has the id " + id));
  }

  private boolean isGranted(Invitation invitation) {
    return !invitation.stopped() && invitation.canBeAnswered(clock.now());
  }

  private Permission answer(Invitation invitation) {
    if (invitation.isWithdrawn() || invitation.stopped()) {
      return new Permission.Refused("WITHDRAWN");
    }
    if (invitation.isClosed(clock.now())) {
      return new Permission.Refused("CLOSED");
    }
    if (invitation.answered()) {
      return new Permission.NotNeeded();
    }
    return new Permission.Granted(
        invitation.citizen(),
        invitation.municipality(),
        publicUrl.resolve("s/" + tokens.tokenOf(invitation.id())));
  }
}
