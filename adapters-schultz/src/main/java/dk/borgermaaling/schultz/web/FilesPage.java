package dk.borgermaaling.schultz.web;

import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffPages;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** This module's template in the gateway's frame. */
public final class FilesPage {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, FilesPage.class.getClassLoader(), "dk.borgermaaling.schultz.jte");
  private final StaffPages pages;

  public FilesPage(StaffPages pages) {
    this.pages = pages;
  }

  Response show(Staff staff, FilesView view) {
    Content content = output -> engine.render("fasit-files.jte", Map.of("view", view), output);
    return pages.page(
        staff,
        FilesMenu.HREF,
        "console/page.jte",
        Map.of(
            "title",
            "Fasit-filer",
            "lead",
            "Natlige filer fra Fasit: hvad der er indlæst, hvad der venter, og hvad der er galt.",
            "content",
            content));
  }

  Response notFound() {
    return pages.notFound();
  }
}
