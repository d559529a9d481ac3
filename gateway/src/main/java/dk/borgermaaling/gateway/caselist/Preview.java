package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would be registered.
 *
 * @param notes errors and what would be set aside, by row; all of them
 * @param remarks how the rows that count were read, by kind of remark
 * @param fingerprint of the columns and words by which it was read
 */
public record Preview(
    Counts counts,
    List<Note> notes,
    Map<Note.Code, Integer> remarks,
    List<Sample> samples,
    String fingerprint) {
  public Preview {
    notes = List.copyOf(notes);
    remarks = Map.copyOf(remarks);
    samples = List.copyOf(samples);
  }

  /**
   * One of the first rows as it was read.
   *
   * @param cpr masked
   */
  public record Sample(int row, String cpr, List<Told> told) {
    public Sample {
      told = List.copyOf(told);
    }
  }

  /** One thing that a row tells of. */
  public record Told(Happening happening, @Nullable TargetGroupCode group) {}
}
