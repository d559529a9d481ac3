package dk.borgermaaling.simulators;

import dk.borgermaaling.simulators.beskedfordeler.Beskedfordeler;
import dk.borgermaaling.simulators.citizens.Citizens;
import dk.borgermaaling.simulators.digitalpost.DigitalPost;
import dk.borgermaaling.simulators.mailbox.Mailbox;
import dk.borgermaaling.simulators.mailbox.Mailboxes;
import dk.borgermaaling.simulators.sts.AccessTokens;
import dk.borgermaaling.simulators.sts.Registry;
import dk.borgermaaling.simulators.sts.Sts;
import dk.borgermaaling.simulators.world.ResidentList;
import dk.borgermaaling.simulators.world.Residents;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What the process is made of. Parts are started in this order and closed in the opposite one. */
final class Parts {
  private Parts() {}

  static List<Part> of(Surroundings around) {
    List<Part> parts = new ArrayList<>();
    Residents residents = new ResidentList(List.of());
    parts.addAll(kombit(around, residents));
    parts.addAll(caseSystems(around, residents));
    return parts;
  }

  /** The common municipal infrastructure: STS, Serviceplatformen, Beskedfordeler, the mailbox. */
  private static List<Part> kombit(Surroundings around, Residents residents) {
    AccessTokens tokens = new AccessTokens(Clock.systemUTC());
    Mailboxes mailboxes = new Mailboxes();
    Beskedfordeler receipts = new Beskedfordeler(around);
    return List.of(
        new Sts(around, Registry.demonstration(around::key), tokens, Clock.systemUTC()),
        receipts,
        new DigitalPost(around, residents, tokens, mailboxes, receipts),
        new Mailbox(mailboxes),
        new Citizens(around, mailboxes));
  }

  /** The case systems and the story that they tell. */
  private static List<Part> caseSystems(Surroundings around, Residents residents) {
    return List.of();
  }
}
