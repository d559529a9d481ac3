package dk.borgermaaling.gateway.message;

import dk.borgermaaling.gateway.invitation.Channel;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a text may leave open, written {@code {name}}. Those that {@link #isDuty} are blocks whose
 * words are ours, in {@link Duties}.
 */
public enum Placeholder {
  MUNICIPALITY("municipality", "myndighedens navn", false),
  CLOSES("closes", "sidste dag, der kan svares", false),
  LINK("link", "borgerens personlige link", false),
  CONTACT("contact", "hvem borgeren kan spørge", true),
  CONTROLLER("controller", "hvem der er dataansvarlig", true),
  PURPOSE("purpose", "hvad svaret skal bruges til", true),
  VOLUNTARY("voluntary", "at det er frivilligt", true),
  NO_EFFECT("no-effect", "at det ikke har betydning for sag eller ydelse", true),
  WHO_SEES("who-sees", "hvem der kan se hvad", true),
  DECLINE("decline", "hvordan man siger nej", true),
  LANGUAGES("languages", "én linje på hvert af undersøgelsens andre sprog", true);

  private static final Set<Placeholder> IN_SHORT = EnumSet.of(MUNICIPALITY, CLOSES);
  private static final Set<Placeholder> IN_DIGITAL_BODY = EnumSet.allOf(Placeholder.class);

  /** A letter's code and QR code have a place of their own beside the text. */
  private static final Set<Placeholder> IN_LETTER = EnumSet.complementOf(EnumSet.of(LINK));

  private final String written;
  private final String danish;
  private final boolean duty;

  Placeholder(String written, String danish, boolean duty) {
    this.written = written;
    this.danish = danish;
    this.duty = duty;
  }

  static Optional<Placeholder> of(String name) {
    return Arrays.stream(values()).filter(one -> one.written.equals(name)).findFirst();
  }

  /** Those that a part of a channel's text may have. */
  public static Set<Placeholder> allowedIn(Part part, Channel channel) {
    return switch (part) {
      case BODY -> channel == Channel.LETTER ? IN_LETTER : IN_DIGITAL_BODY;
      case FILE_NAME -> EnumSet.noneOf(Placeholder.class);
      default -> IN_SHORT;
    };
  }

  /** As it stands in a text, with its braces. */
  public String written() {
    return "{" + written + "}";
  }

  public String danish() {
    return danish;
  }

  /** Whether every invitation must have it. */
  public boolean isDuty() {
    return duty;
  }
}
