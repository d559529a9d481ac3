package dk.borgermaaling.gateway.survey.jpa;

import dk.borgermaaling.gateway.survey.Question;
import dk.borgermaaling.gateway.survey.Questionnaire;
import dk.borgermaaling.gateway.survey.Questionnaires;
import dk.borgermaaling.gateway.survey.Scale;
import dk.borgermaaling.gateway.survey.SurveySettings;
import dk.borgermaaling.gateway.survey.Theme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads all versions once, when it is made: a new version is seen after a restart. */
public final class SqlQuestionnaires implements Questionnaires {
  private final List<Questionnaire> newestFirst;

  public SqlQuestionnaires(Jdbi gateway, SurveySettings settings) {
    newestFirst = gateway.withHandle(handle -> read(handle, settings.switchesOn()));
    if (newestFirst.isEmpty()) {
      throw new IllegalStateException("there is no questionnaire in ops.questionnaire");
    }
  }

  @Override
  public Questionnaire inForce(LocalDate on) {
    return newestFirst.stream()
        .filter(questionnaire -> !questionnaire.validFrom().isAfter(on))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no questionnaire is in force on " + on));
  }

  @Override
  public Optional<Questionnaire> byVersion(String version) {
    return newestFirst.stream().filter(one -> one.version().equals(version)).findFirst();
  }

  private static List<Questionnaire> read(Handle handle, Set<String> switchesOn) {
    List<Questionnaire> all = new ArrayList<>();
    handle
        .createQuery("SELECT version, valid_from FROM ops.questionnaire")
        .map(
            (row, context) ->
                version(
                    handle,
                    row.getString("version"),
                    row.getObject("valid_from", LocalDate.class),
                    switchesOn))
        .forEach(all::add);
    all.sort(Comparator.comparing(Questionnaire::validFrom).reversed());
    return all;
  }

  private static Questionnaire version(
      Handle handle, String version, LocalDate validFrom, Set<String> switchesOn) {
    Set<String> used = new TreeSet<>();
    List<Theme> themes = new ArrayList<>();
    handle
        .createQuery(
            "SELECT theme, heading, lead, scale, switched_by FROM ops.questionnaire_theme"
                + " WHERE version = :version ORDER BY position")
        .bind("version", version)
        .map(
            (row, context) ->
                new ThemeRow(
                    row.getString("theme"),
                    row.getString("heading"),
                    row.getString("lead"),
                    row.getString("scale"),
                    row.getString("switched_by")))
        .forEach(
            row -> {
              if (row.switchedBy == null || switchesOn.contains(row.switchedBy)) {
                if (row.switchedBy != null) {
                  used.add(row.theme);
                }
                themes.add(
                    new Theme(
                        row.theme,
                        row.heading,
                        row.lead,
                        scale(handle, version, row.scale),
                        questions(handle, version, row.theme)));
              }
            });
    String asked = used.isEmpty() ? version : version + "+" + String.join("+", used);
    return new Questionnaire(asked, validFrom, themes);
  }

  private record ThemeRow(
      String theme, String heading, String lead, String scale, @Nullable String switchedBy) {}

  private static Scale scale(Handle handle, String version, String scale) {
    return new Scale(
        scale,
        handle
            .createQuery(
                "SELECT score, label FROM ops.questionnaire_scale_option"
                    + " WHERE version = :version AND scale = :scale ORDER BY score DESC")
            .bind("version", version)
            .bind("scale", scale)
            .map((row, context) -> new Scale.Option(row.getInt("score"), row.getString("label")))
            .list());
  }

  private static List<Question> questions(Handle handle, String version, String theme) {
    return handle
        .createQuery(
            "SELECT question, wording FROM ops.questionnaire_question"
                + " WHERE version = :version AND theme = :theme ORDER BY position")
        .bind("version", version)
        .bind("theme", theme)
        .map(
            (row, context) ->
                new Question(
                    row.getString("question"),
                    row.getString("wording"),
                    wordings(handle, version, row.getString("question"))))
        .list();
  }

  private static Map<String, String> wordings(Handle handle, String version, String question) {
    Map<String, String> wordings = new HashMap<>();
    handle
        .createQuery(
            "SELECT survey_group, wording FROM ops.questionnaire_wording"
                + " WHERE version = :version AND question = :question")
        .bind("version", version)
        .bind("question", question)
        .mapToMap(String.class)
        .forEach(row -> wordings.put(row.get("survey_group"), row.get("wording")));
    return wordings;
  }
}
