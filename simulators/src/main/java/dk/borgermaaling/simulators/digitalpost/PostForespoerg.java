package dk.borgermaaling.simulators.digitalpost;

import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.server.Route;
import dk.borgermaaling.simulators.sts.AccessTokens;
import dk.borgermaaling.simulators.sts.Registry;
import dk.borgermaaling.simulators.world.Person;
import dk.borgermaaling.simulators.world.Residents;
import jakarta.json.Json;
import java.util.List;

/**
 * Tells whether somebody can be reached. Whoever is unknown cannot; the question may be nonsense
 * and is answered all the same, as the real one does. No company is registered here, and NemSMS is
 * taken to follow Digital Post.
 */
final class PostForespoerg {
  private final ServiceDoor door;
  private final Residents residents;

  PostForespoerg(AccessTokens tokens, Residents residents) {
    this.door = new ServiceDoor(tokens, Registry.LOOK_UP, PostForespoerg::error);
    this.residents = residents;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/service/PostForespoerg_1/digitalpost", this::lookUp),
        Route.get("/service/PostForespoerg_1/nemsms", this::lookUp));
  }

  private Reply lookUp(Request request) {
    return door.enter(
        request,
        (inside, caller) -> {
          String cpr = inside.query("cprNumber").orElse("");
          if (cpr.isEmpty() && inside.query("cvrNumber").isEmpty()) {
            return error(400, "400", "cprNumber or cvrNumber is required");
          }
          boolean registered = residents.byCpr(cpr).map(Person::digitalPost).orElse(false);
          return Reply.json(200, Json.createObjectBuilder().add("result", registered).build());
        });
  }

  private static Reply error(int status, String id, String text) {
    return Reply.json(
        status,
        Json.createObjectBuilder()
            .add(
                "HovedoplysningerSvarREST",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add(
                                "SvarReaktion",
                                Json.createObjectBuilder()
                                    .add(
                                        "Fejl",
                                        Json.createObjectBuilder()
                                            .add("FejlId", id)
                                            .add("FejlTekst", text)))))
            .build());
  }
}
