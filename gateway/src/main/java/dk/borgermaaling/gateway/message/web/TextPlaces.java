package dk.borgermaaling.gateway.message.web;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.message.TextKey;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.reporting.web.Choice;
import dk.borgermaaling.gateway.selection.Round;
import dk.borgermaaling.gateway.selection.RoundBook;
import dk.borgermaaling.gateway.survey.SurveyGroup;
import dk.borgermaaling.gateway.survey.SurveyGroups;
import dk.borgermaaling.gateway.tables.DanishDates;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names and choices for what a text is for. */
@Dependent
public class TextPlaces {
  private final Municipalities municipalities;
  private final SurveyGroups groups;
  private final RoundBook rounds;
  private final BusinessClock clock;

  @Inject
  public TextPlaces(
      Municipalities municipalities, SurveyGroups groups, RoundBook rounds, BusinessClock clock) {
    this.municipalities = municipalities;
    this.groups = groups;
    this.rounds = rounds;
    this.clock = clock;
  }

  String place(@Nullable MunicipalityCode code) {
    return code == null
        ? "Alle"
        : municipalities.byCode(code, clock.today()).map(Municipality::name).orElse(code.value());
  }

  String group(@Nullable String id) {
    return id == null ? "Alle" : groups.byId(id).map(SurveyGroup::name).orElse(id);
  }

  String round(@Nullable UUID id) {
    return id == null
        ? "Alle"
        : rounds().stream()
            .filter(round -> round.id().equals(id))
            .map(this::shown)
            .findFirst()
            .orElse("En runde, der ikke findes mere");
  }

  /** Whose round it is. */
  Optional<MunicipalityCode> ownerOf(@Nullable UUID id) {
    return rounds().stream()
        .filter(round -> round.id().equals(id))
        .map(Round::municipality)
        .findFirst();
  }

  /** Those that could send the text today, by name. */
  List<Municipality> senders(TextKey key) {
    return municipalities.all(clock.today()).stream()
        .filter(Municipality::participates)
        .filter(one -> key.municipality() == null || one.code().equals(key.municipality()))
        .toList();
  }

  List<Choice> municipalityChoices(@Nullable MunicipalityCode chosen) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "Alle", chosen == null));
    choices.addAll(
        senderChoices(
            municipalities.all(clock.today()).stream()
                .filter(one -> one.participates() || one.code().equals(chosen))
                .toList(),
            chosen));
    return List.copyOf(choices);
  }

  static List<Choice> senderChoices(List<Municipality> senders, @Nullable MunicipalityCode chosen) {
    return senders.stream()
        .map(one -> new Choice(one.code().value(), one.name(), one.code().equals(chosen)))
        .toList();
  }

  List<Choice> groupChoices(@Nullable String chosen) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "Alle", chosen == null));
    for (SurveyGroup group : groups.all(clock.today())) {
      choices.add(new Choice(group.id(), group.name(), group.id().equals(chosen)));
    }
    if (chosen != null && choices.stream().noneMatch(Choice::selected)) {
      choices.add(new Choice(chosen, group(chosen), true));
    }
    return List.copyOf(choices);
  }

  List<Choice> roundChoices(@Nullable UUID chosen) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "Alle, også løbende måling", chosen == null));
    for (Round round : rounds()) {
      choices.add(new Choice(round.id().toString(), shown(round), round.id().equals(chosen)));
    }
    return List.copyOf(choices);
  }

  private String shown(Round round) {
    return place(round.municipality()) + ", " + DanishDates.shown(round.referenceDate());
  }

  private List<Round> rounds() {
    return rounds.overview().stream().map(RoundBook.Overview::round).toList();
  }
}
