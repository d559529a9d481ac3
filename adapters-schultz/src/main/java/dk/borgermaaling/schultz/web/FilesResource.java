package dk.borgermaaling.schultz.web;

import dk.borgermaaling.gateway.access.web.OperatorsOnly;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffGate;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.web.MultipartForm;
import dk.borgermaaling.schultz.Tenant;
import dk.borgermaaling.schultz.Tenants;
import dk.borgermaaling.schultz.file.Checksum;
import dk.borgermaaling.schultz.file.ErrorsFile;
import dk.borgermaaling.schultz.file.FileBook;
import dk.borgermaaling.schultz.file.FileBook.TakenFile;
import dk.borgermaaling.schultz.file.FileName;
import dk.borgermaaling.schultz.file.RefusedFile;
import dk.borgermaaling.schultz.file.Uploads;
import dk.borgermaaling.schultz.web.FilesView.Message;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The delta files of all tenants, and a form to upload one. Operators only. */
@Dependent
@StaffOnly
@OperatorsOnly
@Path(FilesMenu.HREF)
public class FilesResource {
  private static final int MOST_FILES = 50;

  private final Tenants tenants;
  private final FileBook book;
  private final Uploads uploads;
  private final FilesPage page;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public FilesResource(
      Tenants tenants,
      FileBook book,
      Uploads uploads,
      FilesPage page,
      AuditLog audit,
      Clock clock) {
    this.tenants = tenants;
    this.book = book;
    this.uploads = uploads;
    this.page = page;
    this.audit = audit;
    this.clock = clock;
  }

  @GET
  public Response show(@Context SecurityContext security) {
    Staff staff = Staff.in(security);
    note(staff, AuditLog.Action.SAW_CONSOLE, null);
    return page(staff, null);
  }

  /** The gate has read the form and found it small enough. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response upload(
      @Context HttpHeaders headers, InputStream body, @Context SecurityContext security)
      throws IOException {
    Staff staff = Staff.in(security);
    MultipartForm form = MultipartForm.parse(headers.getMediaType(), body.readAllBytes());
    Optional<Tenant> tenant = tenants.named(form.text("tenant"));
    note(staff, AuditLog.Action.UPLOADED_FILE, tenant.map(Tenant::municipality).orElse(null));
    return page(staff, taken(form, tenant));
  }

  private Message taken(MultipartForm form, Optional<Tenant> tenant) throws IOException {
    String name = form.fileName("file");
    if (tenant.isEmpty() || name.isEmpty() || uploads.settings().isEmpty()) {
      return new Message(true, "Filen blev ikke modtaget", "Vælg en kommune og en fil.");
    }
    try {
      Optional<Checksum> checksum =
          uploads.put(tenant.get(), name, form.bytes("file"), form.text("checksum"));
      return checksum
          .map(
              sum ->
                  new Message(
                      false,
                      "Filen er modtaget",
                      "%s læses om lidt. SHA-256: %s".formatted(FileName.shown(name), sum)))
          .orElseGet(
              () ->
                  new Message(
                      true,
                      "Filen blev ikke modtaget",
                      "En fil med det navn ligger allerede og venter."));
    } catch (RefusedFile e) {
      return new Message(true, "Filen blev ikke modtaget", FileWords.refusal(e.reason()));
    }
  }

  /** What was wrong with a file's rows, as its sender is told it. */
  @GET
  @Path("{tenant}/{file}/errors")
  public Response errors(
      @PathParam("tenant") String tenantName,
      @PathParam("file") String id,
      @Context SecurityContext security) {
    Optional<Tenant> tenant = tenants.named(tenantName);
    Optional<TakenFile> file =
        tenant.flatMap(known -> uuid(id).flatMap(uuid -> book.byId(known, uuid)));
    if (file.isEmpty()) {
      return page.notFound();
    }
    note(Staff.in(security), AuditLog.Action.SAW_CONSOLE, tenant.get().municipality());
    StreamingOutput content = out -> ErrorsFile.write(book, file.get(), out);
    return Response.ok(content, "text/csv;charset=utf-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + file.get().name().shown() + ".errors.csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private static Optional<UUID> uuid(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  private Response page(Staff staff, @Nullable Message message) {
    return page.show(
        staff,
        new FilesView(
            staff.formToken(),
            uploads.settings().isPresent(),
            StaffGate.LARGEST_UPLOAD / (1024 * 1024),
            message,
            tenants.all().stream()
                .map(
                    tenant ->
                        FilesView.OfTenant.of(
                            tenant, book.files(tenant, MOST_FILES), book.refused(tenant)))
                .toList()));
  }

  private void note(Staff staff, AuditLog.Action action, @Nullable MunicipalityCode municipality) {
    audit.note(clock.instant(), staff.getName(), action, municipality);
  }
}
