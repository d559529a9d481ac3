package dk.borgermaaling.gateway.invitation.jpa;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.invitation.Invitation;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.Invitations;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/**
 * Invitations in {@code contact.invitation}. Every change is flushed, so that SQL in the same
 * transaction sees it.
 */
public final class JpaInvitations implements Invitations {
  private final EntityManager entityManager;

  /**
   * @param entityManager joins the transaction of its caller
   */
  public JpaInvitations(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  @Override
  public void add(Invitation invitation) {
    entityManager.persist(InvitationRow.from(invitation));
    entityManager.flush();
  }

  @Override
  public Optional<Invitation> find(InvitationId id) {
    return Optional.ofNullable(entityManager.find(InvitationRow.class, id.value()))
        .map(InvitationRow::toDomain);
  }

  @Override
  public Optional<Invitation> lock(InvitationId id) {
    InvitationRow row =
        entityManager.find(InvitationRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    return Optional.ofNullable(row).map(InvitationRow::toDomain);
  }

  @Override
  public void save(Invitation invitation) {
    InvitationRow row = entityManager.find(InvitationRow.class, invitation.id().value());
    if (row == null) {
      throw new IllegalStateException("no invitation has the id " + invitation.id());
    }
    row.take(invitation);
    entityManager.flush();
  }

  @Override
  public List<Invitation> ofCitizen(CitizenId citizen) {
    return entityManager
        .createQuery(
            "SELECT i FROM InvitationRow i WHERE i.citizenId = :citizen ORDER BY i.plannedFirst",
            InvitationRow.class)
        .setParameter("citizen", citizen.value())
        .getResultStream()
        .map(InvitationRow::toDomain)
        .toList();
  }

  @Override
  public List<Invitation> madeFrom(
      MunicipalityCode municipality, EventSource source, String entityId) {
    return entityManager
        .createQuery(
            "SELECT i FROM InvitationRow i WHERE i.municipalityCode = :municipality"
                + " AND i.source = :source AND i.entityId = :entity",
            InvitationRow.class)
        .setParameter("municipality", municipality.value())
        .setParameter("source", source)
        .setParameter("entity", entityId)
        .getResultStream()
        .map(InvitationRow::toDomain)
        .toList();
  }
}
