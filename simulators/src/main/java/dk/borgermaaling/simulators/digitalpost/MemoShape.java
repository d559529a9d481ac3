package dk.borgermaaling.simulators.digitalpost;

import static dk.borgermaaling.simulators.digitalpost.Texts.BASE_64;
import static dk.borgermaaling.simulators.digitalpost.Texts.BOOLEAN;
import static dk.borgermaaling.simulators.digitalpost.Texts.DATE;
import static dk.borgermaaling.simulators.digitalpost.Texts.DATE_TIME;
import static dk.borgermaaling.simulators.digitalpost.Texts.FILE_NAME;
import static dk.borgermaaling.simulators.digitalpost.Texts.HTTPS;
import static dk.borgermaaling.simulators.digitalpost.Texts.LANGUAGE;
import static dk.borgermaaling.simulators.digitalpost.Texts.TEXT;
import static dk.borgermaaling.simulators.digitalpost.Texts.UUID_4;
import static dk.borgermaaling.simulators.digitalpost.Texts.oneOf;
import static dk.borgermaaling.simulators.digitalpost.Texts.upTo;

import dk.borgermaaling.simulators.digitalpost.Content.Elements;
import dk.borgermaaling.simulators.digitalpost.Content.Particle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The order, number and form of a MeMo message's elements, in versions 1.1 and 1.2; for 1.2 there
 * is no official schema. Written from the published descriptions.
 */
final class MemoShape {
  private static final int MANY = Integer.MAX_VALUE;

  private final boolean isVersion11;

  private MemoShape(boolean isVersion11) {
    this.isVersion11 = isVersion11;
  }

  /** Content of {@code Message}. */
  static Elements message(String version) {
    return new MemoShape(version.equals("1.1")).message();
  }

  private Elements message() {
    return elements(one("MessageHeader", header()), maybe("MessageBody", body()));
  }

  private Elements header() {
    int flags = isVersion11 ? 1 : 0;
    return elements(
        one("messageType", oneOf("DIGITALPOST", "NEMSMS")),
        one("messageUUID", UUID_4),
        maybe("messageID", TEXT),
        maybe("messageCode", TEXT),
        one("label", TEXT),
        maybe("notification", upTo(150)),
        maybe("additionalNotification", TEXT),
        maybe("reply", BOOLEAN),
        maybe("replyByDateTime", DATE_TIME),
        maybe("doNotDeliverUntilDate", DATE),
        memo("mandatory", flags, 1, BOOLEAN),
        memo("legalNotification", flags, 1, BOOLEAN),
        maybe("postType", TEXT),
        one("Sender", sender()),
        one("Recipient", recipient()),
        maybe("ContentData", MemoParts.contentData()),
        maybe("ForwardData", forwardData()),
        memo("ReplyData", 0, MANY, replyData()));
  }

  private Elements sender() {
    List<Particle> particles = party(1);
    if (!isVersion11) {
      particles.add(maybe("Representative", representative()));
    }
    return new Elements(particles);
  }

  private Elements recipient() {
    return new Elements(party(0));
  }

  private List<Particle> party(int labels) {
    boolean sender = labels == 1;
    List<Particle> particles = new ArrayList<>();
    particles.add(one(sender ? "senderID" : "recipientID", TEXT));
    particles.add(one("idType", sender ? TEXT : oneOf("CPR", "CVR")));
    if (isVersion11) {
      particles.add(maybe("idTypeLabel", TEXT));
    }
    particles.add(memo("label", labels, 1, TEXT));
    particles.add(maybe("AttentionData", MemoParts.attentionData()));
    particles.add(maybe("ContactPoint", MemoParts.contactPoint()));
    return particles;
  }

  private static Elements representative() {
    return elements(
        one("representativeID", TEXT), one("idType", oneOf("CPR", "CVR")), one("label", TEXT));
  }

  private Elements forwardData() {
    List<Particle> particles = new ArrayList<>();
    Collections.addAll(
        particles,
        one("messageUUID", UUID_4),
        one("originalMessageDateTime", DATE_TIME),
        one("originalSender", TEXT),
        maybe("originalContentResponsible", TEXT));
    if (!isVersion11) {
      particles.add(maybe("originalRepresentative", TEXT));
    }
    Collections.addAll(particles, maybe("contactPointID", TEXT), maybe("comment", upTo(512)));
    return new Elements(particles);
  }

  private static Elements replyData() {
    return elements(
        maybe("messageID", TEXT),
        one("messageUUID", UUID_4),
        maybe("replyUUID", UUID_4),
        maybe("senderID", TEXT),
        maybe("recipientID", TEXT),
        maybe("caseID", TEXT),
        maybe("contactPointID", TEXT),
        maybe("generatingSystemID", TEXT),
        maybe("comment", upTo(512)),
        memo("AdditionalReplyData", 0, 4, elements(one("label", TEXT), one("value", TEXT))));
  }

  private static Elements body() {
    return elements(
        one("createdDateTime", DATE_TIME),
        one("MainDocument", document("mainDocumentID", true)),
        memo("AdditionalDocument", 0, MANY, document("additionalDocumentID", true)),
        memo("TechnicalDocument", 0, MANY, document("technicalDocumentID", false)));
  }

  private static Elements document(String id, boolean hasActions) {
    List<Particle> particles = new ArrayList<>();
    Collections.addAll(
        particles, maybe(id, TEXT), maybe("label", TEXT), memo("File", 1, MANY, file()));
    if (hasActions) {
      particles.add(memo("Action", 0, MANY, action()));
    }
    return new Elements(particles);
  }

  private static Elements file() {
    return elements(
        one("encodingFormat", TEXT),
        one("filename", FILE_NAME),
        one("language", LANGUAGE),
        one("content", BASE_64));
  }

  private static Elements action() {
    return elements(
        one("label", TEXT),
        one("actionCode", TEXT),
        maybe("startDateTime", DATE_TIME),
        maybe("endDateTime", DATE_TIME),
        maybe("Reservation", reservation()),
        maybe("EntryPoint", elements(one("url", HTTPS))));
  }

  private static Elements reservation() {
    return elements(
        one("description", TEXT),
        one("reservationUUID", UUID_4),
        one("abstract", TEXT),
        one("location", TEXT),
        one("startDateTime", DATE_TIME),
        one("endDateTime", DATE_TIME),
        maybe("organizerMail", TEXT),
        maybe("organizerName", TEXT));
  }

  static Elements elements(Particle... particles) {
    return new Elements(List.of(particles));
  }

  static Particle one(String name, Content content) {
    return memo(name, 1, 1, content);
  }

  static Particle maybe(String name, Content content) {
    return memo(name, 0, 1, content);
  }

  static Particle memo(String name, int min, int max, Content content) {
    return new Particle(KombiRequest.MEMO, name, min, max, content);
  }
}
