package dk.borgermaaling.gateway.invitation;

import dk.borgermaaling.gateway.citizen.CitizenId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where invitations are kept. Every call needs an open transaction. */
public interface Invitations {
  void add(Collection<Invitation> invitations);

  Optional<Invitation> find(InvitationId id);

  /** As {@link #find}, and nobody else can change it until the transaction ends. */
  Optional<Invitation> lock(InvitationId id);

  /** Replaces the stored one, which must have been locked. */
  void save(Invitation invitation);

  /** All of these citizens, in every municipality, withdrawn ones too. */
  List<Invitation> ofCitizens(Collection<CitizenId> citizens);
}
