package dk.borgermaaling.gateway.citizen.jpa;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.CitizenLock;
import dk.borgermaaling.gateway.citizen.CitizenNumbers;
import dk.borgermaaling.gateway.citizen.CitizenTraits;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.citizen.RecipientCipher;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The vault in {@code contact.citizen}, and whose number holds in {@code citizen_number}. */
public final class SqlCitizenVault implements CitizenVault, CitizenLock, CitizenNumbers {
  private final Jdbi jdbi;
  private final RecipientCipher cipher;

  public SqlCitizenVault(Jdbi jdbi, RecipientCipher cipher) {
    this.jdbi = jdbi;
    this.cipher = cipher;
  }

  @Override
  public CitizenId idOf(Recipient recipient) {
    return idsOf(List.of(recipient)).values().iterator().next();
  }

  @Override
  public Map<Recipient, CitizenId> idsOf(Collection<Recipient> recipients) {
    // By lookup, so that all who insert the same recipients do it in the same order and never wait
    // in a ring.
    SortedMap<String, Recipient> wanted = new TreeMap<>();
    recipients.forEach(recipient -> wanted.put(cipher.lookup(recipient), recipient));
    return jdbi.withHandle(
        handle -> {
          Map<Recipient, CitizenId> known = find(handle, wanted);
          SortedMap<String, Recipient> missing = new TreeMap<>(wanted);
          missing.values().removeAll(known.keySet());
          if (!missing.isEmpty()) {
            insert(handle, missing);
            known.putAll(find(handle, missing));
          }
          return known;
        });
  }

  @Override
  public Optional<CitizenId> find(Recipient recipient) {
    return known(List.of(recipient)).values().stream().findFirst();
  }

  @Override
  public Map<Recipient, CitizenId> known(Collection<Recipient> recipients) {
    SortedMap<String, Recipient> wanted = new TreeMap<>();
    recipients.forEach(recipient -> wanted.put(cipher.lookup(recipient), recipient));
    return jdbi.withHandle(handle -> find(handle, wanted));
  }

  private static Map<Recipient, CitizenId> find(
      Handle handle, SortedMap<String, Recipient> wanted) {
    Map<Recipient, CitizenId> found = new HashMap<>();
    if (!wanted.isEmpty()) {
      handle
          .createQuery("SELECT id, lookup FROM contact.citizen WHERE lookup = ANY(:lookups)")
          .bindArray("lookups", String.class, wanted.keySet())
          .map(
              (row, context) ->
                  Map.entry(
                      row.getString("lookup"), new CitizenId(row.getObject("id", UUID.class))))
          .forEach(
              entry -> {
                Recipient recipient = wanted.get(entry.getKey());
                if (recipient != null) {
                  found.put(recipient, entry.getValue());
                }
              });
    }
    return found;
  }

  private void insert(Handle handle, SortedMap<String, Recipient> missing) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO contact.citizen (id, kind, sealed, lookup)
            VALUES (:id, :kind, :sealed, :lookup) ON CONFLICT (lookup) DO NOTHING
            """);
    missing.forEach(
        (lookup, recipient) -> {
          CitizenId id = new CitizenId(UUID.randomUUID());
          batch
              .bind("id", id.value())
              .bind("kind", recipient instanceof Recipient.Person ? "CPR" : "CVR")
              .bind("sealed", cipher.seal(recipient, id))
              .bind("lookup", lookup)
              .add();
        });
    batch.execute();
  }

  @Override
  public Recipient recipientOf(CitizenId id, MunicipalityCode municipality) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT now.id, now.sealed
                    FROM contact.citizen asked
                    LEFT JOIN contact.citizen_number number
                      ON number.municipality_code = :municipality AND number.citizen_id = asked.id
                    JOIN contact.citizen now ON now.id = coalesce(number.now_id, asked.id)
                    WHERE asked.id = :id
                    """)
                .bind("id", id.value())
                .bind("municipality", municipality.value())
                .map((row, context) -> open(row))
                .findOne()
                .orElseThrow(() -> new IllegalStateException("no citizen has the id " + id)));
  }

  @Override
  public Map<CitizenId, CitizenTraits> traitsOf(Collection<CitizenId> ids) {
    Map<CitizenId, CitizenTraits> traits = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("SELECT id, sealed FROM contact.citizen WHERE id = ANY(:ids)")
                .bindArray("ids", UUID.class, uuids(ids))
                .map((row, context) -> Map.entry(idOf(row), CitizenTraits.of(open(row))))
                .forEach(entry -> traits.put(entry.getKey(), entry.getValue())));
    return traits;
  }

  private Recipient open(ResultSet row) throws SQLException {
    return cipher.open(row.getBytes("sealed"), idOf(row));
  }

  private static CitizenId idOf(ResultSet row) throws SQLException {
    return new CitizenId(row.getObject("id", UUID.class));
  }

  private static Object[] uuids(Collection<CitizenId> ids) {
    return ids.stream().map(CitizenId::value).toArray();
  }

  @Override
  public void hold(Collection<CitizenId> citizens) {
    int held =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT id FROM contact.citizen WHERE id = ANY(:ids) ORDER BY id FOR UPDATE")
                    .bindArray("ids", UUID.class, uuids(citizens))
                    .mapTo(UUID.class)
                    .list()
                    .size());
    if (held != Set.copyOf(citizens).size()) {
      throw new IllegalStateException("a citizen to be held is not in the vault");
    }
  }

  @Override
  public void isNow(
      MunicipalityCode municipality, Collection<CitizenId> numbers, CitizenId current) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    WITH own AS (
                      DELETE FROM contact.citizen_number
                      WHERE municipality_code = :municipality AND citizen_id = :current)
                    INSERT INTO contact.citizen_number AS number
                      (municipality_code, citizen_id, now_id)
                    SELECT :municipality, id, :current FROM unnest(:ids) AS t (id)
                    WHERE id <> :current
                    ON CONFLICT (municipality_code, citizen_id)
                      DO UPDATE SET now_id = excluded.now_id
                      WHERE number.now_id <> excluded.now_id
                    """)
                .bind("municipality", municipality.value())
                .bind("current", current.value())
                .bindArray("ids", UUID.class, uuids(numbers))
                .execute());
  }

  @Override
  public Set<CitizenId> numbersOf(MunicipalityCode municipality, CitizenId citizen) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    WITH changed AS (
                      SELECT citizen_id, now_id FROM contact.citizen_number
                      WHERE municipality_code = :municipality),
                    now AS (
                      SELECT coalesce(
                        (SELECT now_id FROM changed WHERE citizen_id = :id), :id) AS id)
                    SELECT id FROM now
                    UNION SELECT citizen_id FROM changed JOIN now ON now.id = changed.now_id
                    UNION SELECT :id
                    """)
                .bind("municipality", municipality.value())
                .bind("id", citizen.value())
                .map((row, context) -> idOf(row))
                .collect(Collectors.toSet()));
  }
}
