package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.reporting.web.Choice;
import dk.borgermaaling.gateway.survey.SurveyGroup;
import dk.borgermaaling.gateway.survey.SurveyGroups;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names for the codes that rows carry. */
@Dependent
public class Places {
  private final Municipalities municipalities;
  private final SurveyGroups groups;
  private final BusinessClock clock;

  @Inject
  public Places(Municipalities municipalities, SurveyGroups groups, BusinessClock clock) {
    this.municipalities = municipalities;
    this.groups = groups;
    this.clock = clock;
  }

  /** The municipality's name; the code itself when it has none. */
  String name(String code) {
    return Optional.ofNullable(Filter.code(code))
        .flatMap(known -> municipalities.byCode(known, clock.today()))
        .map(Municipality::name)
        .orElse(code);
  }

  String group(@Nullable String id) {
    return id == null ? "" : groups.byId(id).map(SurveyGroup::name).orElse(id);
  }

  MunicipalityCode first() {
    return taking().get(0).code();
  }

  /** All that take part, after "all". */
  List<Choice> choices(String chosen) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "Alle", chosen.isEmpty()));
    choices.addAll(only(chosen));
    return List.copyOf(choices);
  }

  /** All that take part. */
  List<Choice> only(String chosen) {
    return taking().stream()
        .map(
            place ->
                new Choice(place.code().value(), place.name(), place.code().value().equals(chosen)))
        .toList();
  }

  private List<Municipality> taking() {
    List<Municipality> all = municipalities.all(clock.today());
    List<Municipality> taking = all.stream().filter(Municipality::participates).toList();
    return taking.isEmpty() ? all : taking;
  }
}
