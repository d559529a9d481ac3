package dk.borgermaaling.gateway.notification.wiring;

import dk.borgermaaling.gateway.invitation.Invitations;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.message.MessageTexts;
import dk.borgermaaling.gateway.message.TestDelivery;
import dk.borgermaaling.gateway.notification.InvitationOccasions;
import dk.borgermaaling.gateway.notification.InvitationText;
import dk.borgermaaling.gateway.notification.Post;
import dk.borgermaaling.gateway.notification.TestPost;
import dk.borgermaaling.gateway.notification.web.TestMessageResource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The words of what is sent, and the road of tests. */
@Dependent
public class MessageTextWiring {
  @Produces
  @Singleton
  InvitationText text(MessageTexts texts, Transactions transactions, Invitations invitations) {
    return new InvitationText(texts, new InvitationOccasions(transactions, invitations));
  }

  @Produces
  @Singleton
  TestDelivery testDelivery(
      Post post, Clock clock, @ConfigProperty(name = "gateway.public-url") URI publicUrl) {
    String base = publicUrl.toString();
    return new TestPost(
        post, URI.create(base + (base.endsWith("/") ? "" : "/") + TestMessageResource.PATH), clock);
  }
}
