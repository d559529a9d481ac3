package dk.borgermaaling.schultz.wiring;

import dk.borgermaaling.gateway.tables.ChangePreview;
import dk.borgermaaling.gateway.tables.Preview;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.TableContent;
import dk.borgermaaling.schultz.UnknownFasitGroup;
import dk.borgermaaling.schultz.jpa.SqlUnknownFasitGroups;
import dk.borgermaaling.schultz.jpa.SqlUnknownFasitGroups.Waiting;
import java.util.List;
import java.util.Optional;

/** Dead letters that a change of the tenants' tables would mend. */
record FasitGroupPreview(SqlUnknownFasitGroups letters) implements ChangePreview {
  @Override
  public String heading() {
    return "Lagt til side, fordi Fasits id var ukendt, og nu forstået";
  }

  @Override
  public boolean concerns(String table) {
    return table.equals(FasitGroupTable.ID);
  }

  @Override
  public Preview of(Question question) {
    List<Preview.Line> lines =
        letters.waiting().stream()
            .filter(waiting -> code(question.now(), waiting.unknown()).isEmpty())
            .flatMap(
                waiting ->
                    code(question.wouldBe(), waiting.unknown())
                        .map(code -> line(waiting, code))
                        .stream())
            .toList();
    return new Preview(lines);
  }

  private static Preview.Line line(Waiting waiting, String code) {
    return new Preview.Line(waiting.municipality(), "ukendt id", code, waiting.count());
  }

  /** An id is of one tenant alone, so that the tenant need not be known. */
  private static Optional<String> code(TableContent table, UnknownFasitGroup unknown) {
    return table.rows().stream()
        .filter(row -> row.cells().get(1).equals(unknown.fasitId().toString()))
        .filter(row -> row.period().contains(unknown.day()))
        .findFirst()
        .map(FasitGroupPreview::code);
  }

  static String code(Row row) {
    return row.cells().get(2) + " " + row.cells().get(3);
  }
}
