package dk.borgermaaling.gateway.response.web;

import dk.borgermaaling.gateway.response.Draft;
import dk.borgermaaling.gateway.response.Draft.CommentFault;
import dk.borgermaaling.gateway.survey.Question;
import dk.borgermaaling.gateway.survey.Questionnaire;
import dk.borgermaaling.gateway.survey.Theme;
import dk.borgermaaling.gateway.web.Contact;
import dk.borgermaaling.gateway.web.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The citizen's pages as HTML. */
public final class SurveyPages {
  private final Pages pages;
  private final Contact contact;

  public SurveyPages(Pages pages, Contact contact) {
    this.pages = pages;
    this.contact = contact;
  }

  Reply intro(String authority, Draft draft) {
    Questionnaire questionnaire = draft.questionnaire();
    IntroPage page =
        new IntroPage(
            authority,
            questionnaire.questions().size(),
            questionnaire.themes().size(),
            contact,
            hidden(draft, null));
    return new Reply(200, pages.render("survey/intro.jte", Map.of("page", page)));
  }

  Reply step(String authority, String surveyGroup, Draft draft, Theme theme) {
    return step(200, authority, surveyGroup, draft, theme, false);
  }

  /** The page with what must be put right marked. */
  Reply stepWithErrors(int status, String authority, String surveyGroup, Draft draft, Theme theme) {
    return step(status, authority, surveyGroup, draft, theme, true);
  }

  private Reply step(
      int status,
      String authority,
      String surveyGroup,
      Draft draft,
      Theme theme,
      boolean showErrors) {
    List<Question> missing = showErrors ? draft.missing(theme) : List.of();
    List<Theme> themes = draft.questionnaire().themes();
    int number = themes.indexOf(theme) + 1;
    boolean last = number == themes.size();
    StepPage page =
        new StepPage(
            authority,
            number,
            themes.size(),
            theme.heading(),
            theme.lead(),
            theme.questions().stream()
                .map(
                    question ->
                        new StepPage.QuestionView(
                            question.id(),
                            question.wordingFor(surveyGroup),
                            theme.scale().options(),
                            draft.score(question).orElse(-1),
                            missing.contains(question)))
                .toList(),
            hidden(draft, theme),
            showErrors && draft.altered(),
            draft.comment(),
            showErrors && last ? commentError(draft.commentFault()) : null);
    return new Reply(status, pages.render("survey/question.jte", Map.of("page", page)));
  }

  Reply receipt(String authority) {
    return new Reply(200, pages.render("survey/receipt.jte", Map.of("authority", authority)));
  }

  Reply answered(String authority) {
    return new Reply(200, pages.render("survey/answered.jte", Map.of("authority", authority)));
  }

  Reply closed(String authority) {
    return new Reply(
        410, pages.render("survey/closed.jte", Map.of("authority", authority, "contact", contact)));
  }

  Reply unknown() {
    return new Reply(404, pages.render("survey/unknown.jte", Map.of()));
  }

  Reply refused(int status, String authority) {
    return new Reply(status, pages.render("survey/refused.jte", Map.of("authority", authority)));
  }

  private static @Nullable String commentError(CommentFault fault) {
    return switch (fault) {
      case NONE -> null;
      case TOO_LONG -> "Skriv højst 1.000 tegn i »Hvad kan gøres bedre?«";
      case LIKE_A_CPR_NUMBER -> "Fjern det, der ligner et cpr-nummer, i »Hvad kan gøres bedre?«";
    };
  }

  /** Everything given so far that this page has no visible field for. */
  private static List<HiddenField> hidden(Draft draft, @Nullable Theme shown) {
    Questionnaire questionnaire = draft.questionnaire();
    List<HiddenField> fields = new ArrayList<>();
    fields.add(new HiddenField("version", questionnaire.version()));
    if (shown != null) {
      fields.add(new HiddenField("step", shown.id()));
    }
    for (Theme theme : questionnaire.themes()) {
      for (Question question : theme.questions()) {
        OptionalInt score = draft.score(question);
        if (!theme.equals(shown) && score.isPresent()) {
          fields.add(new HiddenField(question.id(), String.valueOf(score.getAsInt())));
        }
      }
    }
    List<Theme> themes = questionnaire.themes();
    if (!themes.get(themes.size() - 1).equals(shown) && !draft.comment().isEmpty()) {
      fields.add(new HiddenField("comment", draft.comment()));
    }
    return fields;
  }
}
