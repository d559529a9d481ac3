package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.municipality.Municipality;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/** Messages to a made-up citizen. */
public final class Messages {
  public static final String CPR = "6101801234";
  public static final UUID INVITATION = UUID.fromString("5d1c9a5e-93f5-4b63-8f61-6f4f0d6c2f11");

  private Messages() {}

  public static DigitalPostMessage of(Step step) {
    return (DigitalPostMessage) by(Channel.DIGITAL_POST, step);
  }

  public static NemSmsMessage textMessage(Step step) {
    return (NemSmsMessage) by(Channel.NEMSMS, step);
  }

  private static OutgoingMessage by(Channel channel, Step step) {
    Written written =
        new InvitationText("Ring til <kommunen> & spørg.")
            .write(
                channel,
                new Writing(
                    new InvitationId(INVITATION),
                    step,
                    new Notification.Identifiers(UUID.randomUUID(), UUID.randomUUID()),
                    new Municipality(
                        new MunicipalityCode("0185"),
                        "Tårnby",
                        "Tårnby Kommune",
                        new Cvr("20310413"),
                        true,
                        false),
                    new Recipient.Person(new CprNumber(CPR)),
                    URI.create("https://localhost:9443/s/abc?x=1&y=2"),
                    Instant.parse("2026-11-22T21:00:00.123456Z")));
    return ((Written.Ready) written).message();
  }
}
