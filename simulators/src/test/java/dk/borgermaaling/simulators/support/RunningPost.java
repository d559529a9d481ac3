package dk.borgermaaling.simulators.support;

import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.Part;
import dk.borgermaaling.simulators.Surroundings;
import dk.borgermaaling.simulators.beskedfordeler.Beskedfordeler;
import dk.borgermaaling.simulators.digitalpost.DigitalPost;
import dk.borgermaaling.simulators.mailbox.Mailbox;
import dk.borgermaaling.simulators.mailbox.Mailboxes;
import dk.borgermaaling.simulators.server.Route;
import dk.borgermaaling.simulators.server.SimulatorServer;
import dk.borgermaaling.simulators.sts.AccessTokens;
import dk.borgermaaling.simulators.sts.Registry;
import dk.borgermaaling.simulators.sts.Sts;
import dk.borgermaaling.simulators.world.Person;
import dk.borgermaaling.simulators.world.ResidentList;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** STS, Digital Post, Beskedfordeler and mailbox for two residents. */
public final class RunningPost {
  public static final String REACHABLE = "6101011234";
  public static final String EXEMPT = "6101014321";

  private final SimulatorServer server;
  private final Beskedfordeler receipts;
  private final DigitalPost post;

  private RunningPost(SimulatorServer server, Beskedfordeler receipts, DigitalPost post) {
    this.server = server;
    this.receipts = receipts;
    this.post = post;
  }

  public static RunningPost start(Path state, URI gateway) throws IOException {
    Surroundings around = TestSettings.surroundings(state, gateway);
    AccessTokens tokens = new AccessTokens(Clock.systemUTC());
    Mailboxes mailboxes = new Mailboxes();
    Beskedfordeler receipts = new Beskedfordeler(around, TestSettings.nobodyPulls(around));
    ResidentList residents =
        new ResidentList(
            List.of(
                new Person(REACHABLE, "0740", "6.6", true),
                new Person(EXEMPT, "0740", "6.6", false)));
    DigitalPost post = new DigitalPost(around, residents, tokens, mailboxes, receipts);
    List<Part> parts =
        List.of(
            new Sts(around, Registry.demonstration(around::key), tokens, Clock.systemUTC()),
            post,
            receipts,
            new Mailbox(mailboxes));
    List<Route> routes = new ArrayList<>();
    parts.forEach(part -> routes.addAll(part.routes()));
    SimulatorServer server =
        SimulatorServer.open(0, Gateway.tls(around.key("tls").managers(), around.trust()), routes);
    return new RunningPost(server, receipts, post);
  }

  public int port() {
    return server.port();
  }

  /** Whether every receipt has been acknowledged. */
  public boolean isQuiet() {
    return receipts.complete();
  }

  public void close() throws IOException {
    server.close();
    receipts.close();
    post.close();
  }
}
