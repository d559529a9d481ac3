package dk.borgermaaling.gateway.response.web;

import dk.borgermaaling.gateway.invitation.InvitationDesk;
import dk.borgermaaling.gateway.invitation.InvitationDesk.OpenedInvitation;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.response.Draft;
import dk.borgermaaling.gateway.response.SendAnswer;
import dk.borgermaaling.gateway.survey.Questionnaire;
import dk.borgermaaling.gateway.survey.Questionnaires;
import dk.borgermaaling.gateway.survey.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Leads a citizen through the pages. Nothing is kept between two of them but what the form itself
 * carries; each page posts to the address it came from.
 */
public final class SurveyForm {
  private static final int NOT_COMPLETE = 422;
  private static final int ALTERED = 400;

  private final InvitationDesk invitations;
  private final Municipalities municipalities;
  private final Questionnaires questionnaires;
  private final SendAnswer sendAnswer;
  private final SurveyPages pages;
  private final BusinessClock clock;

  public SurveyForm(
      InvitationDesk invitations,
      Municipalities municipalities,
      Questionnaires questionnaires,
      SendAnswer sendAnswer,
      SurveyPages pages,
      BusinessClock clock) {
    this.invitations = invitations;
    this.municipalities = municipalities;
    this.questionnaires = questionnaires;
    this.sendAnswer = sendAnswer;
    this.pages = pages;
    this.clock = clock;
  }

  /** The first page, or why there is none. Opening it changes nothing. */
  public Reply open(String token) {
    return invitations
        .open(token)
        .map(
            invitation ->
                notOpen(invitation)
                    .orElseGet(
                        () ->
                            pages.intro(
                                authority(invitation),
                                Draft.read(questionnaires.inForce(clock.today()), Map.of()))))
        .orElseGet(pages::unknown);
  }

  /** The page that follows on what was posted. */
  public Reply post(String token, InputStream body) throws IOException {
    Optional<OpenedInvitation> opened = invitations.open(token);
    if (opened.isEmpty()) {
      return pages.unknown();
    }
    OpenedInvitation invitation = opened.get();
    Optional<Reply> notOpen = notOpen(invitation);
    if (notOpen.isPresent()) {
      return notOpen.get();
    }
    try {
      return next(invitation, FormFields.read(body));
    } catch (ProblemException e) {
      return pages.refused(e.problem().type().status(), authority(invitation));
    }
  }

  private Reply next(OpenedInvitation invitation, Map<String, List<String>> fields) {
    Optional<Questionnaire> asked = first(fields, "version").flatMap(questionnaires::byVersion);
    Draft draft = Draft.read(asked.orElseGet(() -> questionnaires.inForce(clock.today())), fields);
    List<Theme> themes = draft.questionnaire().themes();
    Optional<Theme> here = first(fields, "step").flatMap(draft.questionnaire()::theme);
    if (draft.altered()) {
      Theme wrong = draft.firstIncomplete().or(() -> here).orElse(themes.get(0));
      return withErrors(ALTERED, invitation, draft, wrong);
    }
    if (here.isEmpty()) {
      return step(invitation, draft, themes.get(0));
    }
    int index = themes.indexOf(here.get());
    return switch (first(fields, "action").orElse("next")) {
      case "back" ->
          index == 0
              ? pages.intro(authority(invitation), draft)
              : step(invitation, draft, themes.get(index - 1));
      case "send" -> send(invitation, draft);
      default ->
          !draft.missing(here.get()).isEmpty()
              ? withErrors(NOT_COMPLETE, invitation, draft, here.get())
              : step(invitation, draft, themes.get(Math.min(index + 1, themes.size() - 1)));
    };
  }

  private Reply send(OpenedInvitation invitation, Draft draft) {
    if (!draft.complete()) {
      List<Theme> themes = draft.questionnaire().themes();
      Theme wrong = draft.firstIncomplete().orElse(themes.get(themes.size() - 1));
      return withErrors(NOT_COMPLETE, invitation, draft, wrong);
    }
    return sendAnswer.send(invitation, draft)
        ? pages.receipt(authority(invitation))
        : pages.answered(authority(invitation));
  }

  private Optional<Reply> notOpen(OpenedInvitation invitation) {
    return switch (invitation.state()) {
      case OPEN -> Optional.empty();
      case ANSWERED -> Optional.of(pages.answered(authority(invitation)));
      case CLOSED -> Optional.of(pages.closed(authority(invitation)));
    };
  }

  private Reply step(OpenedInvitation invitation, Draft draft, Theme theme) {
    return pages.step(authority(invitation), invitation.surveyGroup(), draft, theme);
  }

  private Reply withErrors(int status, OpenedInvitation invitation, Draft draft, Theme theme) {
    return pages.stepWithErrors(
        status, authority(invitation), invitation.surveyGroup(), draft, theme);
  }

  private String authority(OpenedInvitation invitation) {
    return municipalities
        .byCode(invitation.municipality(), clock.today())
        .map(Municipality::authorityName)
        .orElse("Din kommune");
  }

  private static Optional<String> first(Map<String, List<String>> fields, String name) {
    return fields.getOrDefault(name, List.of()).stream().findFirst();
  }
}
