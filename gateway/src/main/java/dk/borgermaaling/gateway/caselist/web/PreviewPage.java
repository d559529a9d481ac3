package dk.borgermaaling.gateway.caselist.web;

import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.caselist.CaseList;
import dk.borgermaaling.gateway.caselist.CaseLists;
import dk.borgermaaling.gateway.caselist.Note;
import dk.borgermaaling.gateway.caselist.Preview;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The page on which an employee looks through a list before saying yes. */
@Dependent
public class PreviewPage {
  private final CaseLists lists;
  private final ListSteps steps;

  @Inject
  public PreviewPage(CaseLists lists, ListSteps steps) {
    this.lists = lists;
    this.steps = steps;
  }

  /**
   * @param changed whether it has changed since somebody looked, whose yes therefore did not count
   */
  Response of(Staff staff, CaseList list, boolean changed) {
    Preview preview = lists.preview(list);
    return steps.page(
        staff,
        list,
        "lists/preview.jte",
        Map.of(
            "counts",
            ListSteps.figures(preview.counts()),
            "remarks",
            remarks(preview.remarks()),
            "samples",
            preview.samples().stream().map(SampleRow::of).toList(),
            "notes",
            preview.notes().stream()
                .limit(ListResource.NOTES_SHOWN)
                .map(note -> NoteRow.of(note, list.columns()))
                .toList(),
            "noteCount",
            DanishFigures.count(preview.notes().size()),
            "hasWords",
            preview.notes().stream().anyMatch(note -> note.code() == Note.Code.WORD_UNKNOWN),
            "changed",
            changed,
            "seen",
            preview.fingerprint()));
  }

  private static List<String> remarks(Map<Note.Code, Integer> remarks) {
    return new TreeMap<>(remarks)
        .entrySet().stream()
            .map(
                entry -> DanishFigures.count(entry.getValue()) + ": " + Danish.what(entry.getKey()))
            .toList();
  }
}
