package dk.borgermaaling.simulators.digitalpost;

import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.server.Route;
import dk.borgermaaling.simulators.world.Residents;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;

/** Who can be written to, for a test that has to choose; from this machine only. */
final class ResidentsRoute {
  private final Residents residents;

  ResidentsRoute(Residents residents) {
    this.residents = residents;
  }

  Route route() {
    return Route.get("/mailbox/api/residents", this::list);
  }

  private Reply list(Request request) {
    if (!request.isLocal()) {
      return Reply.text(403, "Only from this machine");
    }
    JsonArrayBuilder all = Json.createArrayBuilder();
    residents
        .all()
        .forEach(
            person ->
                all.add(
                    Json.createObjectBuilder()
                        .add("cpr", person.cpr())
                        .add("municipality", person.municipalityCode())
                        .add("digitalPost", person.digitalPost())));
    return Reply.json(200, all.build());
  }
}
