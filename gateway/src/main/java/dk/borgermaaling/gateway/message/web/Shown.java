package dk.borgermaaling.gateway.message.web;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.message.BuiltInTexts;
import dk.borgermaaling.gateway.message.MessageTemplate;
import dk.borgermaaling.gateway.message.TextStep;
import dk.borgermaaling.gateway.message.TextStore;
import dk.borgermaaling.gateway.message.TextVersion;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text that a page is about.
 *
 * @param id in addresses
 * @param version null for a built-in text
 */
record Shown(String id, MessageTemplate text, @Nullable TextVersion version) {
  private static final Pattern BUILT_IN = Pattern.compile("built-in-([A-Z]+)-([A-Z_]+)");

  static Optional<Shown> find(String id, TextStore store) {
    Matcher builtIn = BUILT_IN.matcher(id);
    if (builtIn.matches()) {
      TextStep step = TextForm.step(builtIn.group(1));
      Channel channel = TextForm.channel(builtIn.group(2));
      return step == null || channel == null
          ? Optional.empty()
          : Optional.of(builtIn(step, channel));
    }
    return TextForm.uuid(id).flatMap(store::find).map(Shown::of);
  }

  static Shown of(TextVersion version) {
    return new Shown(version.id().toString(), version.text(), version);
  }

  static Shown builtIn(TextStep step, Channel channel) {
    return new Shown(
        "built-in-" + step.name() + "-" + channel.name(), BuiltInTexts.of(step, channel), null);
  }

  boolean isIn(TextVersion.State state) {
    return version != null && version.state() == state;
  }
}
