package dk.borgermaaling.gateway.message;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where texts are kept. What has been proposed keeps its words for good. */
public interface TextStore {
  void insert(TextVersion draft);

  /** Everything but the key's owner, author and id may have changed. */
  void update(TextVersion version);

  /** Forgets a draft; anything else stays. */
  void deleteDraft(UUID id);

  Optional<TextVersion> find(UUID id);

  /** The version, and nobody else can decide on any text until the transaction ends. */
  Optional<TextVersion> hold(UUID id);

  /** Those of a key that are in use or will be, by their first day. */
  List<TextVersion> inUse(TextKey key, LocalDate today);

  /** All that are in use or will be, drafts and proposals; by what they are for. */
  List<TextVersion> current(LocalDate today);

  /** Every version of a key, the latest first. */
  List<TextVersion> history(TextKey key, int limit);

  /** What messages are written from. */
  List<TextInUse> inUse(LocalDate today);
}
