package dk.borgermaaling.gateway.caselist.web;

import dk.borgermaaling.gateway.access.web.ListUploadersOnly;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.caselist.CaseList;
import dk.borgermaaling.gateway.caselist.CaseLists;
import dk.borgermaaling.gateway.caselist.TooManyLists;
import dk.borgermaaling.gateway.caselist.Unreadable;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.web.MultipartForm;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lists of a municipality, and the form by which one more is uploaded. */
@Dependent
@StaffOnly
@ListUploadersOnly
@Path("/lists")
public class ListsResource {
  static final String PATH = "/lists";
  private static final int SHOWN = 30;

  private final CaseLists lists;
  private final OwnLists own;
  private final StaffPages pages;

  @Inject
  public ListsResource(CaseLists lists, OwnLists own, StaffPages pages) {
    this.lists = lists;
    this.own = own;
    this.pages = pages;
  }

  @GET
  public Response show(@Context SecurityContext security) {
    Staff staff = Staff.in(security);
    own.noteOverview(staff, staff.account().ownMunicipality().orElse(null));
    return page(staff, "", "");
  }

  /** The file is a part of the form; the gate has read it and checked its token. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response upload(
      InputStream body, @Context HttpHeaders headers, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    MultipartForm form = MultipartForm.parse(headers.getMediaType(), read(body));
    String code = form.text("municipality");
    Optional<MunicipalityCode> municipality = own.mayUpload(staff.account(), code);
    if (municipality.isEmpty()) {
      own.noteRefused(staff, code);
      return pages.refused();
    }
    try {
      CaseList list =
          lists.upload(
              staff.getName(),
              municipality.get(),
              form.bytes("file"),
              kept -> own.note(staff, AuditLog.Action.UPLOADED_LIST, kept));
      return Response.seeOther(URI.create(PATH + "/" + list.id() + "/columns"))
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    } catch (Unreadable e) {
      return page(staff, code, Danish.reason(e.reason()));
    } catch (TooManyLists e) {
      return page(staff, code, Danish.tooMany(e.most()));
    }
  }

  private Response page(Staff staff, String chosen, String failure) {
    MunicipalityCode only = staff.account().ownMunicipality().orElse(null);
    List<ListRow> rows =
        lists.latest(only, SHOWN).stream()
            .map(list -> ListRow.of(list, own.name(list.municipality())))
            .toList();
    return pages.page(
        staff,
        PATH,
        "lists/overview.jte",
        Map.of(
            "municipalities",
            own.choices(staff.account(), chosen),
            "rows",
            rows,
            "failure",
            failure));
  }

  private static byte[] read(InputStream body) {
    try {
      return body.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("an upload broke off", e);
    }
  }
}
