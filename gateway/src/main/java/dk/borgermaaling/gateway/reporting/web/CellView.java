package dk.borgermaaling.gateway.reporting.web;

import dk.borgermaaling.gateway.reporting.Figures;
import dk.borgermaaling.gateway.reporting.Shown;
import java.util.OptionalDouble;

/** A cell as the templates print it. All numbers are a dash when the cell is not shown. */
public record CellView(
    Shown.Mark mark, OptionalDouble value, String index, String mean, String people) {

  static CellView of(Shown<Figures> cell) {
    return cell.map(
            figures ->
                new CellView(
                    cell.mark(),
                    OptionalDouble.of(figures.index()),
                    DanishFigures.one(figures.index()),
                    DanishFigures.two(figures.mean()),
                    DanishFigures.count(figures.n())))
        .orElseGet(
            () ->
                new CellView(
                    cell.mark(),
                    OptionalDouble.empty(),
                    DanishFigures.NONE,
                    DanishFigures.NONE,
                    DanishFigures.NONE));
  }

  public boolean isShown() {
    return value.isPresent();
  }

  public boolean isHidden() {
    return mark == Shown.Mark.HIDDEN;
  }

  public boolean isThin() {
    return mark == Shown.Mark.THIN;
  }
}
