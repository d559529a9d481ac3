package dk.borgermaaling.gateway.invitation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Ordered lists of channels, as they are stored ({@code DIGITAL_POST,LETTER}) and shown. */
public final class Channels {
  private static final List<List<Channel>> ALL = all();

  private Channels() {}

  /** Every order of every choice, the shorter ones first. */
  public static List<List<Channel>> choices() {
    return ALL;
  }

  public static String text(List<Channel> channels) {
    return channels.stream().map(Channel::name).collect(Collectors.joining(","));
  }

  /** Reads what {@link #text} wrote. */
  public static Optional<List<Channel>> read(String text) {
    return ALL.stream().filter(choice -> text(choice).equals(text)).findFirst();
  }

  /** In Danish: the one, or else the next. */
  public static String shown(List<Channel> channels) {
    return channels.stream().map(Channels::shown).collect(Collectors.joining(", ellers "));
  }

  static String shown(Channel channel) {
    return switch (channel) {
      case DIGITAL_POST -> "Digital Post";
      case LETTER -> "brev";
      case NEMSMS -> "NemSMS";
    };
  }

  /** By its Danish name in small letters. */
  static Channel named(String name) {
    return Arrays.stream(Channel.values())
        .filter(channel -> shown(channel).toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a channel: " + name));
  }

  /** Why a step may not be sent this way, as Danish sentences; none when it may. */
  public static List<String> problemsOf(Step step, List<Channel> channels) {
    List<String> problems = new ArrayList<>();
    if (channels.isEmpty()) {
      problems.add("Hvert trin skal have mindst én kanal.");
    }
    if (channels.stream().distinct().count() < channels.size()) {
      problems.add("En kanal kan kun stå én gang i et trin.");
    }
    if (!step.isReminder() && !channels.isEmpty() && channels.get(0) == Channel.NEMSMS) {
      problems.add(
          "Den første besked kan ikke gå som NemSMS: en NemSMS siger kun, at der er post, og har"
              + " intet link.");
    }
    return problems;
  }

  private static List<List<Channel>> all() {
    List<List<Channel>> choices = new ArrayList<>();
    List<List<Channel>> longest = List.of(List.of());
    for (int length = 1; length <= Channel.values().length; length++) {
      longest = longest.stream().flatMap(shorter -> longer(shorter).stream()).toList();
      choices.addAll(longest);
    }
    return List.copyOf(choices);
  }

  private static List<List<Channel>> longer(List<Channel> shorter) {
    return Arrays.stream(Channel.values())
        .filter(channel -> !shorter.contains(channel))
        .map(
            channel -> {
              List<Channel> longer = new ArrayList<>(shorter);
              longer.add(channel);
              return List.copyOf(longer);
            })
        .toList();
  }
}
