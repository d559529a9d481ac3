package dk.borgermaaling.gateway.caselist.web;

import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.caselist.CaseList;
import dk.borgermaaling.gateway.caselist.Counts;
import dk.borgermaaling.gateway.caselist.Unreadable;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What the steps of a list have in common: who comes to which, and what each page shows. */
@Dependent
public class ListSteps {
  private final OwnLists own;
  private final StaffPages pages;

  @Inject
  public ListSteps(OwnLists own, StaffPages pages) {
    this.own = own;
    this.pages = pages;
  }

  /** A step of a list that waits; any other list shows what has become of it. */
  Response open(Staff staff, String id, Function<CaseList, Response> page) {
    return own.seen(
        staff,
        id,
        list -> {
          try {
            return list.isOpen() ? page.apply(list) : to(list, "");
          } catch (Unreadable e) {
            return to(list, "");
          }
        });
  }

  /** A step for which columns must be chosen. */
  Response chosen(Staff staff, String id, Function<CaseList, Response> page) {
    return open(
        staff, id, list -> list.columns() == null ? to(list, "/columns") : page.apply(list));
  }

  Response page(Staff staff, CaseList list, String template, Map<String, ?> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("list", ListRow.of(list, own.name(list.municipality())));
    return pages.page(staff, ListsResource.PATH, template, all);
  }

  static Response to(CaseList list, String step) {
    return Response.seeOther(URI.create(ListsResource.PATH + "/" + list.id() + step))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  static Map<String, String> figures(Counts counts) {
    Map<String, String> figures = new TreeMap<>();
    for (Counts.Name name : Counts.Name.values()) {
      figures.put(name.name(), DanishFigures.count(counts.of(name)));
    }
    return figures;
  }
}
