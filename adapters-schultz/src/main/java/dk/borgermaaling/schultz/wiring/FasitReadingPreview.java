package dk.borgermaaling.schultz.wiring;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.tables.ChangePreview;
import dk.borgermaaling.gateway.tables.Preview;
import dk.borgermaaling.gateway.tables.PreviewLines;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.TableContent;
import dk.borgermaaling.schultz.jpa.SqlToldGroups;
import dk.borgermaaling.schultz.jpa.SqlToldGroups.Counted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stored events whose group would have been read as another code. */
record FasitReadingPreview(SqlToldGroups told, BusinessClock clock) implements ChangePreview {
  @Override
  public String heading() {
    return "Hændelser, hvis målgruppe læses som en anden kode";
  }

  @Override
  public boolean concerns(String table) {
    return table.equals(FasitGroupTable.ID);
  }

  @Override
  public Preview of(Question question) {
    Instant now = clock.now();
    PreviewLines lines = new PreviewLines();
    for (Counted one : told.between(now.minus(BACK), now)) {
      lines.add(
          one.municipality(),
          code(question.now(), one, question.broughtForward()),
          code(question.wouldBe(), one, question.broughtForward()),
          one.count());
    }
    return lines.preview();
  }

  /** As the mapping reads the tenant's table. */
  private static String code(TableContent table, Counted one, @Nullable LocalDate broughtForward) {
    LocalDate day = broughtForward == null ? one.readOn() : broughtForward;
    Stream<Row> known =
        table.rows().stream()
            .filter(row -> row.cells().get(0).equals(one.tenant()))
            .filter(row -> row.cells().get(1).equals(one.fasitId().toString()));
    return (one.left()
            ? known
                .filter(row -> !day.isBefore(row.period().from()))
                .max(Comparator.comparing(row -> row.period().from()))
            : known.filter(row -> row.period().contains(day)).findFirst())
        .map(FasitGroupPreview::code)
        .orElse("ukendt id");
  }
}
