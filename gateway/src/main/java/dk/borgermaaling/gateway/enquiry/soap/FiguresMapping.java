package dk.borgermaaling.gateway.enquiry.soap;

import dk.borgermaaling.contract.survey.Count;
import dk.borgermaaling.contract.survey.Exclusions;
import dk.borgermaaling.contract.survey.Mark;
import dk.borgermaaling.contract.survey.Mode;
import dk.borgermaaling.contract.survey.SurveyFigures;
import dk.borgermaaling.gateway.enquiry.GroupFigures;
import dk.borgermaaling.gateway.enquiry.MunicipalityFigures;
import dk.borgermaaling.gateway.enquiry.Score;
import dk.borgermaaling.gateway.enquiry.ThemeFigures;
import dk.borgermaaling.gateway.reporting.ExclusionMark;
import dk.borgermaaling.gateway.reporting.Shown;
import dk.borgermaaling.gateway.reporting.Turnout;

/** Figures in the classes of the contract. */
final class FiguresMapping {
  private FiguresMapping() {}

  static SurveyFigures of(MunicipalityFigures figures) {
    SurveyFigures told = new SurveyFigures();
    told.setMode(Mode.fromValue(figures.mode().name()));
    told.setCountedAt(figures.countedAt());
    told.setFirstWeek(figures.firstWeek());
    told.setLastWeek(figures.lastWeek());
    told.setTurnout(turnout(figures.turnout()));
    told.setOptOuts(count(figures.optOuts()));
    told.setExclusions(exclusions(figures.exclusions()));
    figures.themes().forEach(theme -> told.getTheme().add(theme(theme)));
    figures.groups().forEach(group -> told.getGroup().add(group(group)));
    return told;
  }

  private static dk.borgermaaling.contract.survey.GroupFigures group(GroupFigures group) {
    var told = new dk.borgermaaling.contract.survey.GroupFigures();
    told.setSurveyGroup(group.surveyGroup());
    told.setName(group.name());
    told.setTurnout(turnout(group.turnout()));
    told.setAllThemes(score(group.allThemes()));
    group.themes().forEach(theme -> told.getTheme().add(theme(theme)));
    return told;
  }

  private static dk.borgermaaling.contract.survey.ThemeFigures theme(ThemeFigures theme) {
    var told = new dk.borgermaaling.contract.survey.ThemeFigures();
    told.setTheme(theme.theme());
    told.setName(theme.name());
    told.setScore(score(theme.score()));
    return told;
  }

  private static dk.borgermaaling.contract.survey.Turnout turnout(Shown<Turnout> turnout) {
    var told = new dk.borgermaaling.contract.survey.Turnout();
    told.setMark(mark(turnout));
    turnout
        .get()
        .ifPresent(
            shown -> {
              told.setInvited(shown.invited());
              told.setResponses(shown.responses());
            });
    return told;
  }

  private static dk.borgermaaling.contract.survey.Score score(Shown<Score> score) {
    var told = new dk.borgermaaling.contract.survey.Score();
    told.setMark(mark(score));
    score
        .get()
        .ifPresent(
            shown -> {
              told.setResponses(shown.n());
              told.setMean(shown.mean());
              told.setIndex(shown.index());
            });
    return told;
  }

  private static Count count(Shown<Integer> number) {
    Count told = new Count();
    told.setMark(mark(number));
    number.get().ifPresent(told::setNumber);
    return told;
  }

  private static Exclusions exclusions(ExclusionMark mark) {
    Exclusions told = new Exclusions();
    told.setAboveLimit(mark.isAbove());
    told.setLimitPercent(mark.limit());
    mark.numbers()
        .ifPresent(
            shown -> {
              told.setExcluded(shown.excluded());
              told.setConcerned(shown.concerned());
            });
    return told;
  }

  private static Mark mark(Shown<?> shown) {
    return Mark.fromValue(shown.mark().name());
  }
}
