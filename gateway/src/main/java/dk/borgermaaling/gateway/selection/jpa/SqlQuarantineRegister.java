package dk.borgermaaling.gateway.selection.jpa;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.KeyedHash;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.QuarantineRegister;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * The register in {@code contact.quarantine}. The hash is of the citizen's own keyed lookup, so
 * that an entry holds although the citizen's row was deleted and made anew.
 */
public final class SqlQuarantineRegister implements QuarantineRegister {
  private static final String ANYWHERE = "quarantine/any";
  private static final String IN_MUNICIPALITY = "quarantine/";

  private final Jdbi jdbi;
  private final KeyedHash hash;

  public SqlQuarantineRegister(Jdbi jdbi, KeyedHash hash) {
    this.jdbi = jdbi;
    this.hash = hash;
  }

  @Override
  public Map<Scope, Set<LocalDate>> weeksOf(Collection<Scope> scopes) {
    Map<Scope, Set<LocalDate>> weeks = new HashMap<>();
    if (scopes.isEmpty()) {
      return weeks;
    }
    Map<String, Scope> byHash = new HashMap<>();
    hashes(scopes).forEach((scope, scopeHash) -> byHash.put(scopeHash, scope));
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT encode(scope_hash, 'hex') AS scope, week FROM contact.quarantine
                    WHERE scope_hash IN (SELECT decode(h, 'hex') FROM unnest(:hashes) AS h)
                    """)
                .bindArray("hashes", String.class, byHash.keySet().toArray())
                .map(
                    (row, context) ->
                        Map.entry(row.getString("scope"), row.getObject("week", LocalDate.class)))
                .forEach(
                    entry -> {
                      Scope scope = byHash.get(entry.getKey());
                      if (scope != null) {
                        weeks.computeIfAbsent(scope, any -> new TreeSet<>()).add(entry.getValue());
                      }
                    }));
    return weeks;
  }

  @Override
  public void enter(Collection<Entry> entries) {
    write(
        entries,
        """
        INSERT INTO contact.quarantine (scope_hash, week, delete_on)
        SELECT decode(scope, 'hex'), week::date, day::date
        FROM unnest(:hashes, :weeks, :days) AS t (scope, week, day)
        ON CONFLICT (scope_hash, week) DO UPDATE
          SET delete_on = greatest(quarantine.delete_on, excluded.delete_on)
        """);
  }

  @Override
  public void remove(Collection<Entry> entries) {
    write(
        entries,
        """
        DELETE FROM contact.quarantine
        WHERE (scope_hash, week) IN (SELECT decode(scope, 'hex'), week::date
                                     FROM unnest(:hashes, :weeks, :days) AS t (scope, week, day))
        """);
  }

  @Override
  public int deleteUntil(LocalDate day) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate("DELETE FROM contact.quarantine WHERE delete_on <= :day")
                .bind("day", day)
                .execute());
  }

  private void write(Collection<Entry> entries, String sql) {
    if (entries.isEmpty()) {
      return;
    }
    List<Entry> distinct = entries.stream().distinct().toList();
    Map<Scope, String> hashes =
        hashes(distinct.stream().map(Entry::scope).collect(Collectors.toSet()));
    List<Entry> known =
        distinct.stream().filter(entry -> hashes.containsKey(entry.scope())).toList();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(sql)
                .bindArray(
                    "hashes",
                    String.class,
                    known.stream().map(entry -> hashes.get(entry.scope())).toArray())
                .bindArray(
                    "weeks", String.class, known.stream().map(e -> e.week().toString()).toArray())
                .bindArray(
                    "days",
                    String.class,
                    known.stream().map(e -> e.deleteOn().toString()).toArray())
                .execute());
  }

  private Map<Scope, String> hashes(Collection<Scope> scopes) {
    Map<CitizenId, String> lookups = lookups(scopes);
    Map<Scope, String> hashes = new HashMap<>();
    for (Scope scope : scopes) {
      String lookup = lookups.get(scope.citizen());
      if (lookup != null) {
        MunicipalityCode municipality = scope.municipality();
        hashes.put(
            scope,
            HexFormat.of()
                .formatHex(
                    hash.of(
                        municipality == null ? ANYWHERE : IN_MUNICIPALITY + municipality.value(),
                        lookup)));
      }
    }
    return hashes;
  }

  private Map<CitizenId, String> lookups(Collection<Scope> scopes) {
    Map<CitizenId, String> lookups = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("SELECT id, lookup FROM contact.citizen WHERE id = ANY(:ids)")
                .bindArray(
                    "ids",
                    UUID.class,
                    scopes.stream().map(scope -> scope.citizen().value()).distinct().toArray())
                .map(
                    (row, context) ->
                        Map.entry(
                            new CitizenId(row.getObject("id", UUID.class)),
                            row.getString("lookup")))
                .forEach(entry -> lookups.put(entry.getKey(), entry.getValue())));
    return lookups;
  }
}
