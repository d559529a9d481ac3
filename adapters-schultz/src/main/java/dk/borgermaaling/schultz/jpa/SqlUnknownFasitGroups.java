package dk.borgermaaling.schultz.jpa;

import dk.borgermaaling.schultz.UnknownFasitGroup;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Dead letters of {@code intake} that wait because one of Fasit's ids was unknown. */
public final class SqlUnknownFasitGroups {
  private static final String WAITING =
      """
      SELECT municipality_code, detail, count(*) AS n FROM intake.dead_letter
      WHERE source = 'FASIT' AND reason = 'unknown-target-group' GROUP BY 1, 2 ORDER BY 1, 2
      """;

  private final Jdbi jdbi;

  public SqlUnknownFasitGroups(Jdbi gateway) {
    this.jdbi = gateway;
  }

  /** So many of a municipality wait for the id. */
  public record Waiting(String municipality, UnknownFasitGroup unknown, long count) {}

  public List<Waiting> waiting() {
    return jdbi
        .withHandle(
            handle ->
                handle
                    .createQuery(WAITING)
                    .map(
                        (row, context) -> {
                          String municipality = row.getString("municipality_code");
                          long count = row.getLong("n");
                          return UnknownFasitGroup.in(row.getString("detail"))
                              .map(unknown -> new Waiting(municipality, unknown, count));
                        })
                    .list())
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }
}
