package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caselist.SheetReader.Kind;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded list as it is known without opening its file.
 *
 * @param uploadedAt real time
 * @param rows below the headings
 * @param columns as chosen for this list; absent before
 * @param words as they were meant when it was confirmed; {@link WordMapping#NONE} before
 * @param doneRow the last row that is registered, so that a run goes on after it; 0 for none
 */
public record CaseList(
    UUID id,
    MunicipalityCode municipality,
    String uploadedBy,
    Instant uploadedAt,
    State state,
    Kind kind,
    int rows,
    @Nullable ColumnMapping columns,
    WordMapping words,
    Counts counts,
    int doneRow) {

  /** Where a list is on its way; the file is there in the first two alone. */
  public enum State {
    UPLOADED,
    REGISTERING,
    DONE,
    DISCARDED,
    /** Nobody confirmed it in time. */
    EXPIRED,
    /** The file could not be read when its turn came. */
    FAILED
  }

  public boolean isOpen() {
    return state == State.UPLOADED;
  }
}
