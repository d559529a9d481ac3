package dk.borgermaaling.gateway.message.web;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.message.MessageTemplate;
import dk.borgermaaling.gateway.message.Part;
import dk.borgermaaling.gateway.message.TextKey;
import dk.borgermaaling.gateway.message.TextStep;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a form of a text holds; anything that no page of ours would send is read as nothing. */
final class TextForm {
  private static final Pattern GROUP = Pattern.compile("[a-z]{1,40}");
  private static final Pattern VARIANT = Pattern.compile("[a-z0-9-]{0,20}");
  private static final Pattern CVR = Pattern.compile("[0-9]{8}");
  private final MultivaluedMap<String, String> fields;

  TextForm(MultivaluedMap<String, String> fields) {
    this.fields = fields;
  }

  String text(String name) {
    String value = fields.getFirst(name);
    return value == null ? "" : value;
  }

  /** The text with the form's words and scope; step, channel and language stay. */
  MessageTemplate over(MessageTemplate before) {
    Map<Part, String> parts = new EnumMap<>(Part.class);
    TextViews.parts(before.channel())
        .forEach(part -> parts.put(part, words(part, text(TextViews.field(part)))));
    String group = text("group");
    String variant = text("variant").strip();
    TextKey key =
        new TextKey(
            municipality().orElse(null),
            uuid(text("round")).orElse(null),
            GROUP.matcher(group).matches() ? group : null,
            before.key().step(),
            before.key().channel(),
            before.key().language(),
            VARIANT.matcher(variant).matches() ? variant : "");
    return new MessageTemplate(before.id(), text("name"), key, parts);
  }

  private static String words(Part part, String written) {
    return part == Part.BODY ? written.stripTrailing() : written.strip();
  }

  Optional<MunicipalityCode> municipality() {
    try {
      return text("municipality").isEmpty()
          ? Optional.empty()
          : Optional.of(new MunicipalityCode(text("municipality")));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  Optional<LocalDate> day(String name) {
    try {
      return Optional.of(LocalDate.parse(text(name)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  Optional<Recipient> recipient() {
    String typed = text("recipient").strip().replace(" ", "");
    if (CVR.matcher(typed).matches()) {
      return Optional.of(new Recipient.Company(new Cvr(typed)));
    }
    return CprNumber.typed(typed).map(Recipient.Person::new);
  }

  static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static @Nullable TextStep step(String text) {
    for (TextStep step : TextStep.values()) {
      if (step.name().equals(text)) {
        return step;
      }
    }
    return null;
  }

  static @Nullable Channel channel(String text) {
    for (Channel channel : Channel.values()) {
      if (channel.name().equals(text)) {
        return channel;
      }
    }
    return null;
  }
}
