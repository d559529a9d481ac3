package dk.borgermaaling.simulators.digitalpost;

import dk.borgermaaling.simulators.Part;
import dk.borgermaaling.simulators.Surroundings;
import dk.borgermaaling.simulators.beskedfordeler.Beskedfordeler;
import dk.borgermaaling.simulators.mailbox.Mailboxes;
import dk.borgermaaling.simulators.server.Route;
import dk.borgermaaling.simulators.sts.AccessTokens;
import dk.borgermaaling.simulators.world.Residents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** SF1601 with its switches. */
public final class DigitalPost implements Part {
  private final PostOffice office;
  private final List<Route> routes = new ArrayList<>();

  public DigitalPost(
      Surroundings around,
      Residents residents,
      AccessTokens tokens,
      Mailboxes mailboxes,
      Beskedfordeler receipts) {
    Switches switches = new Switches();
    this.office = new PostOffice(around, mailboxes, receipts, switches);
    List<Route> services = new ArrayList<>(new PostForespoerg(tokens, residents).routes());
    services.addAll(new KombiPostAfsend(tokens, residents, office, switches).routes());
    services.forEach(service -> routes.add(switches.withOutages(service)));
    routes.addAll(office.memos().routes());
    routes.add(office.calls().route());
    routes.add(new ResidentsRoute(residents).route());
    routes.addAll(switches.routes());
  }

  @Override
  public String name() {
    return "digitalPost";
  }

  @Override
  public List<Route> routes() {
    return List.copyOf(routes);
  }

  @Override
  public void close() throws IOException {
    office.close();
  }
}
