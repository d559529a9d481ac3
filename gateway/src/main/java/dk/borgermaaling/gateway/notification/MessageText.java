package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.Channel;

/** The words of messages. Called without an open transaction. */
public interface MessageText {
  /**
   * The message of a step in Digital Post or, as a heads-up on a phone, in NemSMS: never a link,
   * nothing sensitive, at most 150 characters. Letters have their own ({@link Letters}), and so has
   * what the class of a refusal means.
   *
   * @param channel {@code DIGITAL_POST} or {@code NEMSMS}
   */
  Written write(Channel channel, Writing writing);
}
