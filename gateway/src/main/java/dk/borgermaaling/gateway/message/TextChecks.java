package dk.borgermaaling.gateway.message;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.municipality.Municipality;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that must hold before a text is used, and holds again before anything leaves. Pure:
 * the same text in the same surroundings has the same findings, in the same order.
 */
public final class TextChecks {
  /** MeMo's EntryPoint; https since November 2024 (Øget validering i Digital Post). */
  private static final int LONGEST_LINK = 256;

  private TextChecks() {}

  public static List<Finding> of(MessageTemplate text, Surroundings around) {
    List<Finding> findings = new ArrayList<>(key(text.key(), around));
    Map<Part, Parsed> parsed = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      if (part.isIn(text.channel())) {
        String written = text.part(part);
        Parsed read = Parsed.of(written, part, text.channel());
        parsed.put(part, read);
        findings.addAll(PartChecks.of(part, written, read, around.revealing()));
      }
    }
    Parsed body = parsed.get(Part.BODY);
    if (body != null && !text.part(Part.BODY).isBlank()) {
      findings.addAll(duties(body.used(), text.channel()));
    }
    findings.addAll(values(parsed, text.key(), around));
    if (findings.stream().noneMatch(Finding::stops)) {
      findings.addAll(filled(text, around));
    }
    return List.copyOf(findings);
  }

  /** The first finding that forbids to use the text. */
  public static Optional<Finding> stopping(MessageTemplate text, Surroundings around) {
    return of(text, around).stream().filter(Finding::stops).findFirst();
  }

  private static List<Finding> key(TextKey key, Surroundings around) {
    List<Finding> findings = new ArrayList<>();
    if (!key.language().equals(Duties.DANISH)) {
      findings.add(
          Finding.ofAll(
              FindingKind.UNKNOWN_LANGUAGE,
              "De faste blokke findes kun på dansk. Vælg dansk som sprog."));
    }
    String group = key.surveyGroup();
    if (group != null && around.groups().stream().noneMatch(one -> one.id().equals(group))) {
      findings.add(
          Finding.ofAll(
              FindingKind.UNKNOWN_GROUP,
              "Målgruppen gælder ikke længere. Vælg en anden målgruppe, eller tag teksten ud af"
                  + " brug."));
    }
    if (around.senders(key).findAny().isEmpty()) {
      findings.add(
          Finding.ofAll(
              FindingKind.UNKNOWN_MUNICIPALITY,
              "Ingen kommune, der deltager, ville sende teksten. Vælg en anden kommune."));
    }
    return findings;
  }

  private static List<Finding> duties(Set<Placeholder> used, Channel channel) {
    List<Finding> findings = new ArrayList<>();
    for (Placeholder duty : Duties.all()) {
      if (!used.contains(duty)) {
        findings.add(
            Finding.of(
                Part.BODY,
                FindingKind.MISSING_BLOCK,
                "Enhver invitation skal sige, %s. Sæt blokken %s ind."
                    .formatted(duty.danish(), duty.written())));
      }
    }
    if (channel == Channel.DIGITAL_POST && !used.contains(Placeholder.LINK)) {
      findings.add(
          Finding.of(
              Part.BODY,
              FindingKind.MISSING_LINK,
              "Borgeren skal kunne åbne spørgeskemaet. Sæt [Besvar spørgeskemaet]({link}) ind."));
    }
    return findings;
  }

  /** That there is something to fill in, for each that would send the text. */
  private static List<Finding> values(Map<Part, Parsed> parsed, TextKey key, Surroundings around) {
    List<Finding> findings = new ArrayList<>();
    Set<Placeholder> used = EnumSet.noneOf(Placeholder.class);
    parsed.values().forEach(part -> used.addAll(part.used()));
    if (used.contains(Placeholder.CONTACT)) {
      around
          .senders(key)
          .filter(one -> around.contactOf(one).isBlank())
          .findFirst()
          .map(TextChecks::noContact)
          .ifPresent(findings::add);
    }
    URI link = around.longestLink();
    if (used.contains(Placeholder.LINK)
        && (!"https".equals(link.getScheme())
            || link.getHost() == null
            || link.toString().length() > LONGEST_LINK)) {
      findings.add(
          Finding.of(
              Part.BODY,
              FindingKind.LINK_ADDRESS,
              "Borgerens link skal begynde med https:// og være på højst 256 tegn. Ret"
                  + " indstillingen gateway.public-url."));
    }
    if (used.contains(Placeholder.LANGUAGES)) {
      for (String language : around.languages()) {
        if (Duties.line(language, "").isEmpty()) {
          findings.add(
              Finding.of(
                  Part.BODY,
                  FindingKind.NO_LANGUAGE_LINE,
                  "Undersøgelsen findes på sproget »%s«, og ingen har skrevet linjen på det sprog."
                          .formatted(language)
                      + " Kontakt leverandøren."));
        }
      }
    }
    return findings;
  }

  private static Finding noContact(Municipality municipality) {
    return Finding.of(
        Part.BODY,
        FindingKind.MISSING_VALUE,
        "%s har ikke angivet, hvem borgeren kan spørge ({contact}). Angiv det under Tabeller."
            .formatted(municipality.authorityName()));
  }

  private static List<Finding> filled(MessageTemplate text, Surroundings around) {
    List<Finding> findings = new ArrayList<>();
    Filling.Result result = Filling.of(text, around.longest(text.key()));
    for (Placeholder missing : result.missing()) {
      findings.add(
          Finding.ofAll(
              FindingKind.MISSING_VALUE,
              "Der er intet at sætte ind for %s.".formatted(missing.written())));
    }
    result
        .text()
        .lines()
        .forEach(
            (part, line) -> {
              if (line.length() > part.longest()) {
                findings.add(
                    Finding.of(
                        part,
                        FindingKind.TOO_LONG_FILLED,
                        "%s bliver på %d tegn med det længste kommunenavn og må være på højst %d."
                                .formatted(part.danish(), line.length(), part.longest())
                            + " Forkort teksten."));
              }
            });
    return findings;
  }
}
