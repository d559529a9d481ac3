package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.access.web.OperatorsOnly;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffOnly;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.console.PauseDesk;
import dk.borgermaaling.gateway.console.RoundDesk;
import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.Channels;
import dk.borgermaaling.gateway.notification.Pause;
import dk.borgermaaling.gateway.notification.PauseBook;
import dk.borgermaaling.gateway.reporting.web.Choice;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What holds sending back: pauses and throttles, and the way to a plan. Operators only. */
@Dependent
@StaffOnly
@OperatorsOnly
@Path("/console/sending")
public class SendingResource {
  static final String PAGE = "/console/sending";

  private final PauseDesk desk;
  private final RoundDesk rounds;
  private final Places places;
  private final StaffPages pages;
  private final SeenNotes seen;

  @Inject
  public SendingResource(
      PauseDesk desk, RoundDesk rounds, Places places, StaffPages pages, SeenNotes seen) {
    this.desk = desk;
    this.rounds = rounds;
    this.places = places;
    this.pages = pages;
    this.seen = seen;
  }

  @GET
  public Response show(@Context SecurityContext security) {
    Staff staff = Staff.in(security);
    seen.note(staff, null);
    return page(staff, "");
  }

  @POST
  @Path("pause")
  public Response pause(
      @FormParam("municipality") @DefaultValue("") String municipality,
      @FormParam("round") @DefaultValue("") String round,
      @FormParam("channel") @DefaultValue("") String channel,
      @FormParam("reason") @DefaultValue("") String reason,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    boolean known =
        (municipality.isEmpty() || Filter.code(municipality) != null)
            && (round.isEmpty() || rounds().containsKey(uuid(round)))
            && (channel.isEmpty() || channel(channel) != null);
    if (!known) {
      return page(staff, "Vælg kommune, målerunde og kanal blandt de viste.");
    }
    Pause.Scope scope = new Pause.Scope(Filter.code(municipality), uuid(round), channel(channel));
    return answer(staff, desk.pause(scope, reason, staff.getName()));
  }

  @POST
  @Path("resume")
  public Response resume(
      @FormParam("pause") @DefaultValue("") String pause, @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    UUID id = uuid(pause);
    boolean resumed = id != null && desk.resume(id, staff.getName());
    return answer(staff, resumed ? Optional.empty() : Optional.of("Pausen er allerede slut."));
  }

  /** An empty number goes back to the setting of the installation. */
  @POST
  @Path("throttle")
  public Response throttle(
      @FormParam("scope") @DefaultValue("") String scope,
      @FormParam("perMinute") @DefaultValue("") String perMinute,
      @Context SecurityContext security) {
    Staff staff = Staff.in(security);
    boolean country = scope.equals(PauseBook.COUNTRY);
    String number = perMinute.strip();
    if ((!country && Filter.code(scope) == null)
        || !number.matches("[0-9]{0,7}")
        || (!number.isEmpty() && Integer.parseInt(number) > PauseDesk.MOST_PER_MINUTE)) {
      return page(staff, "Skriv et helt antal i minuttet, 0 for ingen grænse, eller intet.");
    }
    desk.throttle(
        country ? null : Filter.code(scope),
        number.isEmpty() ? null : Integer.valueOf(number),
        staff.getName());
    return answer(staff, Optional.empty());
  }

  private Response answer(Staff staff, Optional<String> problem) {
    return problem
        .map(text -> page(staff, text))
        .orElseGet(() -> Response.seeOther(URI.create(PAGE)).build());
  }

  private Response page(Staff staff, String problem) {
    Map<UUID, String> rounds = rounds();
    List<Choice> scopes = new ArrayList<>();
    scopes.add(new Choice(PauseBook.COUNTRY, "Hele landet", false));
    scopes.addAll(places.only(""));
    Map<String, String> roundNames = new LinkedHashMap<>();
    rounds.forEach((id, name) -> roundNames.put(id.toString(), name));
    Map<String, String> channels = new LinkedHashMap<>();
    for (Channel channel : Channel.values()) {
      channels.put(channel.name(), Channels.shown(List.of(channel)));
    }
    return pages.page(
        staff,
        PAGE,
        "console/sending.jte",
        Map.of(
            "problem", problem,
            "pauses", desk.pauses().stream().map(one -> PauseRow.of(one, places, rounds)).toList(),
            "throttles",
                desk.throttles().entrySet().stream()
                    .map(one -> ThrottleRow.of(one.getKey(), one.getValue(), places))
                    .toList(),
            "municipalities", places.choices(""),
            "rounds", Filter.choices(roundNames, ""),
            "channels", Filter.choices(channels, ""),
            "scopes", scopes,
            "towns", places.only("")));
  }

  private Map<UUID, String> rounds() {
    Map<UUID, String> names = new LinkedHashMap<>();
    rounds
        .overview()
        .forEach(
            one ->
                names.put(
                    one.round().id(),
                    places.name(one.round().municipality().value())
                        + " "
                        + one.round().referenceDate()));
    return names;
  }

  private static @Nullable Channel channel(String text) {
    for (Channel channel : Channel.values()) {
      if (channel.name().equals(text)) {
        return channel;
      }
    }
    return null;
  }

  static @Nullable UUID uuid(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text) : null;
  }
}
