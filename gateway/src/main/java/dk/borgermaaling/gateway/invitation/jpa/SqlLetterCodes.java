package dk.borgermaaling.gateway.invitation.jpa;

import dk.borgermaaling.gateway.citizen.KeyedHash;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.LetterCode;
import dk.borgermaaling.gateway.invitation.LetterCodeBook;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Keyed hashes of codes in {@code contact.letter_code}. The hash is keyed, though a code has 60
 * bits: whoever has the database alone can check no guess.
 */
public final class SqlLetterCodes implements LetterCodeBook {
  private static final String PURPOSE = "code of a letter";

  private final Jdbi jdbi;
  private final KeyedHash hash;

  public SqlLetterCodes(Jdbi jdbi, KeyedHash hash) {
    this.jdbi = jdbi;
    this.hash = hash;
  }

  @Override
  public boolean keep(InvitationId invitation, MunicipalityCode municipality, LetterCode code) {
    byte[] hashed = hash.of(PURPOSE, code.value());
    return jdbi.withHandle(
        handle -> {
          handle
              .createUpdate(
                  """
                  INSERT INTO contact.letter_code (municipality_code, invitation_id, code_hash)
                  VALUES (:municipality, :invitation, :hash) ON CONFLICT DO NOTHING
                  """)
              .bind("municipality", municipality.value())
              .bind("invitation", invitation.value())
              .bind("hash", hashed)
              .execute();
          return find(hashed).filter(invitation::equals).isPresent();
        });
  }

  @Override
  public Optional<InvitationId> find(LetterCode code) {
    return find(hash.of(PURPOSE, code.value()));
  }

  private Optional<InvitationId> find(byte[] hashed) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT invitation_id FROM contact.letter_code WHERE code_hash = :hash")
                .bind("hash", hashed)
                .mapTo(UUID.class)
                .findOne()
                .map(InvitationId::new));
  }
}
