package dk.borgermaaling.gateway.reporting.web;

import dk.borgermaaling.gateway.access.Account;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.reporting.Coordinates;
import dk.borgermaaling.gateway.reporting.PublishedResults;
import dk.borgermaaling.gateway.reporting.ThemeCatalogue;
import dk.borgermaaling.gateway.selection.SamplingMode;
import dk.borgermaaling.gateway.survey.SurveyGroup;
import dk.borgermaaling.gateway.survey.SurveyGroups;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The dashboard. A reader gets the municipality of the account and no other, whatever the address
 * says; an operator chooses. Every view is noted.
 */
@Dependent
@StaffOnly
@Path("/dashboard")
public class DashboardResource {
  private final PublishedResults results;
  private final ThemeCatalogue themes;
  private final SurveyGroups groups;
  private final Municipalities municipalities;
  private final BusinessClock businessClock;
  private final AuditLog audit;
  private final Clock realClock;
  private final StaffPages pages;

  @Inject
  public DashboardResource(
      PublishedResults results,
      ThemeCatalogue themes,
      SurveyGroups groups,
      Municipalities municipalities,
      BusinessClock businessClock,
      AuditLog audit,
      Clock realClock,
      StaffPages pages) {
    this.results = results;
    this.themes = themes;
    this.groups = groups;
    this.municipalities = municipalities;
    this.businessClock = businessClock;
    this.audit = audit;
    this.realClock = realClock;
    this.pages = pages;
  }

  @GET
  public Response show(
      @QueryParam("municipality") @DefaultValue("") String asked,
      @QueryParam("group") @DefaultValue(Coordinates.ALL) String group,
      @QueryParam("mode") @DefaultValue("") String mode,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    LocalDate today = businessClock.today();
    List<Municipality> choices = choices(staff.account(), today);
    Optional<Municipality> chosen =
        choices.stream()
            .filter(choice -> asked.isEmpty() || choice.code().value().equals(asked))
            .findFirst();
    if (chosen.isEmpty()) {
      note(staff, AuditLog.Action.WAS_REFUSED, null);
      return pages.refused();
    }
    List<SurveyGroup> shownGroups = groups.all(today);
    boolean known =
        group.equals(Coordinates.ALL)
            || shownGroups.stream().anyMatch(row -> row.id().equals(group));
    Set<SamplingMode> modes = results.modesOf(chosen.get().code().value());
    Optional<SamplingMode> shown = mode(mode, modes);
    if (!known || shown.isEmpty()) {
      return pages.notFound();
    }
    note(staff, AuditLog.Action.SAW_RESULTS, chosen.get().code());
    DashboardView view =
        new Dashboard(results.now(shown.get()), themes.themes(), shownGroups)
            .of(chosen.get(), group, choices, modes);
    return pages.page(staff, "/dashboard", "reporting/dashboard.jte", Map.of("view", view));
  }

  /** The continuous one, unless rounds are all that the municipality has; empty for no mode. */
  private static Optional<SamplingMode> mode(String wanted, Set<SamplingMode> modes) {
    return wanted.isEmpty()
        ? Optional.of(
            modes.equals(Set.of(SamplingMode.ROUND)) ? SamplingMode.ROUND : SamplingMode.CONTINUOUS)
        : Stream.of(SamplingMode.values()).filter(mode -> mode.name().equals(wanted)).findFirst();
  }

  private List<Municipality> choices(Account account, LocalDate today) {
    return municipalities.all(today).stream()
        .filter(choice -> account.maySee(choice.code()))
        .filter(choice -> choice.participates() || !account.isOperator())
        .toList();
  }

  private void note(Staff staff, AuditLog.Action action, @Nullable MunicipalityCode of) {
    audit.note(realClock.instant(), staff.getName(), action, of);
  }
}
