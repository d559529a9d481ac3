package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.message.TestDelivery;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Sends tests by the road of real messages; nothing else knows of them. */
public final class TestPost implements TestDelivery {
  private final Post post;
  private final URI link;
  private final Clock real;

  /**
   * @param link of the page that says that it was a test
   * @param real real time
   */
  public TestPost(Post post, URI link, Clock real) {
    this.post = post;
    this.link = link;
    this.real = real;
  }

  @Override
  public URI link() {
    return link;
  }

  @Override
  public Result send(TestMessage test) {
    Writing writing =
        new Writing(
            new InvitationId(test.id()),
            Step.FIRST,
            new Notification.Identifiers(test.id(), UUID.randomUUID()),
            test.sender(),
            test.recipient(),
            link,
            real.instant());
    OutgoingMessage message = InvitationText.message(test.text(), writing, "test/" + test.id());
    Optional<String> defect = message.defect();
    return defect.isPresent()
        ? new Result(Outcome.REFUSED, SafeText.of(defect.get()))
        : call(message);
  }

  private Result call(OutgoingMessage message) {
    Post.Prepared prepared = post.prepare(message);
    if (prepared instanceof Post.Prepared.NotReady notReady) {
      return new Result(Outcome.NOT_SENT, notReady.why().reason());
    }
    if (prepared instanceof Post.Prepared.Ready ready) {
      // Nobody else ever makes this call: its identifier is of this test alone.
      return result(ready.call().make(() -> true));
    }
    return new Result(Outcome.NOT_SENT, "the service has not answered and is spared for now");
  }

  private static Result result(SendOutcome outcome) {
    if (outcome instanceof SendOutcome.Accepted) {
      return new Result(Outcome.ACCEPTED, "");
    }
    if (outcome instanceof SendOutcome.NotSent notSent) {
      return new Result(Outcome.NOT_SENT, notSent.failure().reason());
    }
    if (outcome instanceof SendOutcome.Refused refused) {
      return new Result(Outcome.REFUSED, refused.failure().reason());
    }
    return new Result(Outcome.UNKNOWN, SafeText.of(((SendOutcome.Unknown) outcome).reason()));
  }
}
