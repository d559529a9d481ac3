package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where lists are kept, with what a municipality has said of their columns and words. */
public interface CaseListStore {
  /** Keeps a new list with its sealed file. */
  void add(CaseList list, byte[] sealedFile);

  /**
   * How many lists of a municipality have a file: waiting for a person or being registered. Nobody
   * else counts them before the transaction ends.
   */
  int waiting(MunicipalityCode municipality);

  Optional<CaseList> find(UUID id);

  /** As {@link #find}, and nobody else changes it before the transaction ends. */
  Optional<CaseList> hold(UUID id);

  /** The sealed file; empty when it is deleted. */
  Optional<byte[]> sealedFile(UUID id);

  /** The lists of a municipality, of all when null; the latest first. */
  List<CaseList> latest(@Nullable MunicipalityCode municipality, int limit);

  void choose(UUID id, ColumnMapping columns);

  void confirm(UUID id, WordMapping words);

  /** Adds to the counts of a list, and notes up to which row it is registered. */
  void advance(UUID id, int doneRow, Counts more);

  /** Ends a list and deletes its file. */
  void end(UUID id, CaseList.State state);

  void addNotes(UUID id, List<Note> notes);

  /** The notes of a list that is registered, by row, at most {@code limit}. */
  List<Note> notes(UUID id, int limit);

  /** What the municipality chose the last time for these headings. */
  Optional<ColumnMapping> columns(MunicipalityCode municipality, String signature);

  void remember(MunicipalityCode municipality, String signature, ColumnMapping columns);

  WordMapping words(MunicipalityCode municipality);

  void remember(MunicipalityCode municipality, WordMapping words);

  /**
   * Deletes the files of lists that nobody confirmed, and lists of which nothing is left to tell.
   *
   * @return how many files
   */
  int forget(Instant uploadedBefore, Instant endedUploadedBefore);
}
