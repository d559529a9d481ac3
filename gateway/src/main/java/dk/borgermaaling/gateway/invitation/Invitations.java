package dk.borgermaaling.gateway.invitation;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.List;
import java.util.Optional;

/** Where invitations are kept. Every call needs an open transaction. */
public interface Invitations {
  void add(Invitation invitation);

  Optional<Invitation> find(InvitationId id);

  /** As {@link #find}, and nobody else can change it until the transaction ends. */
  Optional<Invitation> lock(InvitationId id);

  /** Replaces the stored one, which must have been locked. */
  void save(Invitation invitation);

  /** All of a citizen, in every municipality, withdrawn ones too. */
  List<Invitation> ofCitizen(CitizenId citizen);

  List<Invitation> madeFrom(MunicipalityCode municipality, EventSource source, String entityId);
}
