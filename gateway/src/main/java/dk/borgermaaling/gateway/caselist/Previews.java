package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.caselist.Counts.Name;
import dk.borgermaaling.gateway.caselist.ListFile.ReadRow;
import dk.borgermaaling.gateway.caselist.Preview.Sample;
import dk.borgermaaling.gateway.caselist.Preview.Told;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds out what a list would do, and does nothing: the vault learns of no citizen. */
public final class Previews {
  private static final int SAMPLES = 10;
  private static final int CHUNK = 1_000;

  private final Transactions transactions;
  private final ListFiles files;
  private final CitizenVault vault;
  private final FeedMemory memory;

  public Previews(
      Transactions transactions, ListFiles files, CitizenVault vault, FeedMemory memory) {
    this.transactions = transactions;
    this.files = files;
    this.vault = vault;
    this.memory = memory;
  }

  Preview of(CaseList list, WordMapping words) {
    Looking looking = new Looking(list);
    files.open(list, words).read(looking::take);
    looking.match();
    looking.notes.sort(Comparator.comparingInt(Note::row));
    return new Preview(
        looking.tally.counts(),
        looking.notes,
        looking.remarks,
        looking.samples,
        Fingerprint.of(Objects.requireNonNull(list.columns()), words));
  }

  private final class Looking {
    private final CaseList list;
    private final Counts.Tally tally = new Counts.Tally();
    private final List<Note> notes = new ArrayList<>();
    private final Map<Note.Code, Integer> remarks = new EnumMap<>(Note.Code.class);
    private final List<Sample> samples = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();

    Looking(CaseList list) {
      this.list = list;
    }

    boolean take(ReadRow row) {
      tally.count(row);
      for (Note note : row.notes()) {
        if (note.code().level() == Note.Level.REMARK) {
          remarks.merge(note.code(), 1, Integer::sum);
        } else {
          notes.add(note);
        }
      }
      sample(row);
      drafts.addAll(row.drafts());
      if (drafts.size() >= CHUNK) {
        match();
      }
      return true;
    }

    private void sample(ReadRow row) {
      if (samples.size() < SAMPLES && !row.drafts().isEmpty()) {
        samples.add(
            new Sample(
                row.number(),
                row.drafts().get(0).cpr().toString(),
                row.drafts().stream()
                    .map(draft -> new Told(draft.happening(), draft.group()))
                    .toList()));
      }
    }

    void match() {
      if (drafts.isEmpty()) {
        return;
      }
      List<Matched> matched =
          transactions.inOne(
              () ->
                  new Matching(memory, list.municipality())
                      .match(drafts, vault.known(Matching.recipients(drafts))));
      for (Matched one : matched) {
        tally.told(one);
        if (one.standing() != Matched.Standing.DUPLICATE && isUnknown(one.draft())) {
          tally.add(Name.SET_ASIDE, 1);
          notes.add(new Note(one.draft().row(), Field.TARGET_GROUP, Note.Code.CODE_UNKNOWN));
        } else {
          tally.stands(one);
        }
      }
      drafts.clear();
    }

    private boolean isUnknown(Draft draft) {
      TargetGroupCode group = draft.group();
      KnownTargetGroups groups = files.groups();
      Happening happening = draft.happening();
      return group != null
          && !(happening.leavesGroup()
              ? groups.knewBy(group, happening.date())
              : groups.knows(group, happening.date()));
    }
  }
}
