package dk.borgermaaling.simulators;

import dk.borgermaaling.simulators.beskedfordeler.Beskedfordeler;
import dk.borgermaaling.simulators.beskedfordeler.EventDistribution;
import dk.borgermaaling.simulators.beskedfordeler.pull.BeskedHent;
import dk.borgermaaling.simulators.caller.CallerSettings;
import dk.borgermaaling.simulators.caller.ServicePlatformCaller;
import dk.borgermaaling.simulators.casesystems.CaseSystems;
import dk.borgermaaling.simulators.casesystems.Delivery;
import dk.borgermaaling.simulators.casesystems.Pusher;
import dk.borgermaaling.simulators.casesystems.StoryProgress;
import dk.borgermaaling.simulators.casesystems.Telling;
import dk.borgermaaling.simulators.citizens.Citizens;
import dk.borgermaaling.simulators.cpr.CivilRegister;
import dk.borgermaaling.simulators.digitalpost.DigitalPost;
import dk.borgermaaling.simulators.fasit.FasitDelivery;
import dk.borgermaaling.simulators.fasit.FasitFiles;
import dk.borgermaaling.simulators.fasit.FasitSwitches;
import dk.borgermaaling.simulators.fasit.FaultyFasit;
import dk.borgermaaling.simulators.mailbox.Mailbox;
import dk.borgermaaling.simulators.mailbox.Mailboxes;
import dk.borgermaaling.simulators.momentum.Momentum;
import dk.borgermaaling.simulators.server.Route;
import dk.borgermaaling.simulators.sts.AccessTokens;
import dk.borgermaaling.simulators.sts.Registry;
import dk.borgermaaling.simulators.sts.Sts;
import dk.borgermaaling.simulators.world.Residents;
import dk.borgermaaling.simulators.world.Town;
import dk.borgermaaling.simulators.world.World;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What the process is made of. Parts are started in this order and closed in the opposite one. */
final class Parts {
  private static final String TENANT = "aarhus";

  private Parts() {}

  static List<Part> of(Surroundings around) {
    List<Part> parts = new ArrayList<>();
    World world = CaseSystems.world(around);
    parts.addAll(kombit(around, world));
    parts.addAll(caseSystems(around, world));
    return parts;
  }

  /** The common municipal infrastructure: STS, Serviceplatformen, Beskedfordeler, the mailbox. */
  private static List<Part> kombit(Surroundings around, Residents residents) {
    AccessTokens tokens = new AccessTokens(Clock.systemUTC());
    Mailboxes mailboxes = new Mailboxes();
    Registry registry = Registry.demonstration(around::key);
    BeskedHent queues = new BeskedHent(around, registry, Clock.systemUTC());
    Beskedfordeler receipts = new Beskedfordeler(around, queues);
    return List.of(
        new Sts(around, registry, tokens, Clock.systemUTC()),
        queues,
        receipts,
        new DigitalPost(around, residents, tokens, mailboxes, receipts),
        new CivilRegister(residents),
        new Mailbox(mailboxes),
        new Citizens(around, mailboxes));
  }

  /** The case systems and the story that they tell. */
  private static List<Part> caseSystems(Surroundings around, World world) {
    SimulatorSettings settings = around.settings();
    ServicePlatformCaller caller = new ServicePlatformCaller(CallerSettings.silkeborg(around));
    List<Part> systems =
        List.of(
            new Momentum(
                world, CaseSystems.storyTime(around), Clock.systemUTC(), settings.caseSystems()),
            fasit(around, world),
            pusher(around, "service-platform", world, Town.Source.SERVICE_PLATFORM, caller));
    List<Part> parts = new ArrayList<>(systems);
    parts.add(new EventDistribution(around, world));
    parts.add(new StoryProgress(world, CaseSystems.storyTime(around), systems));
    return parts;
  }

  /** Fasit of Aarhus: pushes, goes wrong by its switches, and writes delta files. */
  private static Part fasit(Surroundings around, World world) {
    FasitSwitches switches = new FasitSwitches();
    FasitDelivery delivery =
        new FasitDelivery(around.gatewayAs("fasit"), around.settings().gatewayMtlsUrl(), TENANT);
    Telling telling =
        new Telling(
            around,
            "fasit",
            world,
            Town.Source.FASIT,
            new FaultyFasit(delivery, around.gatewayAs("caller"), "randers", switches));
    List<Route> routes = new ArrayList<>(switches.routes());
    routes.add(new FasitFiles(TENANT, telling::told).route(around.settings().caseSystems()));
    return new Pusher("fasit", telling, around.settings().story(), routes);
  }

  private static Part pusher(
      Surroundings around, String name, World world, Town.Source source, Delivery delivery) {
    Telling telling = new Telling(around, name, world, source, delivery);
    return new Pusher(name, telling, around.settings().story());
  }
}
