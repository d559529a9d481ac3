package dk.borgermaaling.gateway.murder;

import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.notification.Failure;
import dk.borgermaaling.gateway.notification.FailureClass;
import dk.borgermaaling.gateway.notification.OutgoingMessage;
import dk.borgermaaling.gateway.notification.Post;
import dk.borgermaaling.gateway.notification.SendOutcome;
import dk.borgermaaling.gateway.testing.Database;
import java.time.Instant;
import java.util.Optional;

/** A post that takes an unknown outcome for a call that never left. */
final class BreachedPost implements Post {
  private final Post post;
  private final Database database;
  private final boolean asAnother;

  private BreachedPost(Post post, Database database, boolean asAnother) {
    this.post = post;
    this.database = database;
    this.asAnother = asAnother;
  }

  static Post of(Breach breach, Post post, Database database) {
    return switch (breach) {
      case NONE, ACKNOWLEDGES_FIRST -> post;
      case REPEATS_UNKNOWN -> new BreachedPost(post, database, false);
      case REPEATS_UNKNOWN_AS_ANOTHER -> new BreachedPost(post, database, true);
    };
  }

  @Override
  public Subscription digitalPost(Cvr authority, Recipient recipient) {
    return post.digitalPost(authority, recipient);
  }

  @Override
  public Subscription nemSms(Cvr authority, Recipient recipient) {
    return post.nemSms(authority, recipient);
  }

  @Override
  public Optional<Instant> shutUntil() {
    return post.shutUntil();
  }

  @Override
  public Prepared prepare(OutgoingMessage message) {
    Prepared prepared = post.prepare(message);
    return prepared instanceof Prepared.Ready ready
        ? new Prepared.Ready(mayBegin -> breach(message, ready.call().make(mayBegin)))
        : prepared;
  }

  private SendOutcome breach(OutgoingMessage message, SendOutcome outcome) {
    if (!(outcome instanceof SendOutcome.Unknown unknown)) {
      return outcome;
    }
    if (asAnother) {
      database
          .gateway()
          .useHandle(
              handle ->
                  handle.execute(
                      "UPDATE contact.notification SET message_uuid = gen_random_uuid()"
                          + " WHERE message_uuid = ?",
                      message.messageUuid()));
    }
    return new SendOutcome.NotSent(new Failure(FailureClass.TRANSIENT, unknown.reason()));
  }
}
