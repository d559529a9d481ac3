package dk.borgermaaling.gateway.tables;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where change sets are kept. Joins the open transaction. */
public interface ChangeSets {
  void insert(ChangeSet set);

  void update(ChangeSet set);

  Optional<ChangeSet> find(UUID id);

  /** As {@link #find}, and nobody else changes it until the transaction ends. */
  Optional<ChangeSet> hold(UUID id);

  /** Drafts of one person, the newest first. */
  List<ChangeSet> draftsOf(String proposer);

  /** Proposals that wait, the oldest first. */
  List<ChangeSet> waiting();

  /** What has ended, the latest first, without drafts that were thrown away. */
  List<ChangeSet> closed(int limit, int skip);

  /** Only one transaction at a time changes tables; the lock ends with it. */
  void holdTables();
}
