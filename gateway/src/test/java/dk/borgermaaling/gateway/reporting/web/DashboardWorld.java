package dk.borgermaaling.gateway.reporting.web;

import dk.borgermaaling.gateway.access.web.StaffServer;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.enquiry.SurveyFigures;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.reporting.Coordinates;
import dk.borgermaaling.gateway.reporting.ListedResults;
import dk.borgermaaling.gateway.reporting.MadeUpResults;
import dk.borgermaaling.gateway.reporting.PublishedResults;
import dk.borgermaaling.gateway.reporting.Results;
import dk.borgermaaling.gateway.reporting.ThemeCatalogue;
import dk.borgermaaling.gateway.selection.SamplingMode;
import dk.borgermaaling.gateway.survey.Question;
import dk.borgermaaling.gateway.survey.Questionnaire;
import dk.borgermaaling.gateway.survey.Questionnaires;
import dk.borgermaaling.gateway.survey.Scale;
import dk.borgermaaling.gateway.survey.SurveyGroup;
import dk.borgermaaling.gateway.survey.SurveyGroups;
import dk.borgermaaling.gateway.survey.Theme;
import dk.borgermaaling.gateway.testing.SettableClock;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A dashboard with three municipalities and made-up results. */
public final class DashboardWorld {
  static final Municipality ODENSE = municipality("0461", "Odense", "35209115");
  static final Municipality TAARNBY = municipality("0185", "Tårnby", "20310413");
  static final Municipality AARHUS = municipality("0751", "Aarhus", "55133018");
  static final List<SurveyGroup> GROUPS =
      List.of(
          new SurveyGroup("dagpenge", "Dagpenge"),
          new SurveyGroup("sygedagpenge", "Sygedagpenge"),
          new SurveyGroup("jobparate", "Job- og uddannelsesparate"),
          new SurveyGroup("aktivitetsparate", "Aktivitetsparate"),
          new SurveyGroup("jobafklaring", "Jobafklaring"));
  static final List<Theme> THEMES =
      List.of(
          theme("meeting", "Mødet med jobcentret"),
          theme("goals", "Mål og aktiviteter"),
          theme("conversation", "Din seneste samtale"),
          theme("progression", "På vej videre"),
          theme("overall", "Alt i alt"));
  private static final double[] MEANS = {3.9, 3.5, 3.8, 3.1, 3.6};

  private DashboardWorld() {}

  /** Jobafklaring in Tårnby has three answers, and ten in Odense. */
  public static Results results() {
    return results(SamplingMode.CONTINUOUS, 7);
  }

  /** Of another mode, other numbers. */
  public static Results results(SamplingMode mode, long seed) {
    Random random = new Random(seed);
    MadeUpResults made = new MadeUpResults();
    for (Municipality place : List.of(ODENSE, TAARNBY, AARHUS)) {
      int size = place.equals(TAARNBY) ? 12 : place.equals(ODENSE) ? 40 : 46;
      for (SurveyGroup group : GROUPS) {
        boolean small = group.id().equals("jobafklaring");
        int people = small ? (place.equals(TAARNBY) ? 3 : 10) : size + random.nextInt(9);
        made.asked(place.code().value(), group.id(), people * 5 / 2 + random.nextInt(9), people);
        double shift = random.nextGaussian() * 0.15;
        for (int theme = 0; theme < THEMES.size(); theme++) {
          double mean = MEANS[theme] + shift + random.nextGaussian() * 0.08;
          made.cell(place.code().value(), group.id(), THEMES.get(theme).id(), people, mean);
        }
        made.cell(place.code().value(), group.id(), Coordinates.ALL, people, 3.6 + shift);
      }
    }
    return made.results(mode);
  }

  public static DashboardResource resource(StaffServer server, Results... results) {
    return new DashboardResource(
        new PublishedResults(new ListedResults(results), MadeUpResults.LIMIT),
        new ThemeCatalogue(new Asked(), SettableClock.at("2026-12-14T10:00")),
        new Groups(),
        new Places(),
        SettableClock.at("2026-12-14T10:00"),
        server.audit,
        new SettableRealClock("2026-12-14T09:00:00Z"),
        server.pages);
  }

  /** The same results as {@link #resource} shows, for callers. */
  static SurveyFigures figures(Results... results) {
    return new SurveyFigures(
        new PublishedResults(new ListedResults(results), MadeUpResults.LIMIT),
        new ThemeCatalogue(new Asked(), SettableClock.at("2026-12-14T10:00")),
        new Groups(),
        SettableClock.at("2026-12-14T10:00"));
  }

  /** The page of one municipality and group, or of all groups. */
  static DashboardView page(Results results, Municipality place, String group) {
    return new Dashboard(
            new PublishedResults(new ListedResults(results), MadeUpResults.LIMIT)
                .now(results.mode()),
            new ThemeCatalogue(new Asked(), SettableClock.at("2026-12-14T10:00")).themes(),
            GROUPS)
        .of(place, group, List.of(place), Set.of(results.mode()));
  }

  private static Theme theme(String id, String heading) {
    return new Theme(
        id,
        heading,
        "",
        new Scale(
            "degree",
            IntStream.rangeClosed(0, 5)
                .mapToObj(score -> new Scale.Option(score, "Svar " + score))
                .toList()),
        List.of(new Question(id + "-1", heading, Map.of())));
  }

  private static Municipality municipality(String code, String name, String cvr) {
    return new Municipality(
        new MunicipalityCode(code), name, name + " Kommune", new Cvr(cvr), true, false);
  }

  private static final class Asked implements Questionnaires {
    @Override
    public Questionnaire inForce(LocalDate on) {
      return new Questionnaire("1", LocalDate.of(2026, 1, 1), THEMES);
    }

    @Override
    public Optional<Questionnaire> byVersion(String version) {
      return Optional.of(inForce(LocalDate.of(2026, 1, 1)));
    }
  }

  /** The five groups. */
  public static final class Groups implements SurveyGroups {
    @Override
    public List<SurveyGroup> all(LocalDate on) {
      return GROUPS;
    }

    @Override
    public Mapping map(TargetGroupCode code, LocalDate on) {
      return new Mapping.Unknown();
    }

    @Override
    public Mapping mapLast(TargetGroupCode code, LocalDate by) {
      return new Mapping.Unknown();
    }

    @Override
    public Optional<SurveyGroup> byId(String id) {
      return GROUPS.stream().filter(group -> group.id().equals(id)).findFirst();
    }
  }

  /** The three, and one that does not take part. */
  public static final class Places implements Municipalities {
    @Override
    public Optional<Municipality> byCode(MunicipalityCode code, LocalDate on) {
      return all(on).stream().filter(place -> place.code().equals(code)).findFirst();
    }

    @Override
    public Optional<Municipality> byCvr(Cvr cvr, LocalDate on) {
      return all(on).stream().filter(place -> place.cvr().equals(cvr)).findFirst();
    }

    @Override
    public List<Municipality> all(LocalDate on) {
      return List.of(
          ODENSE,
          TAARNBY,
          new Municipality(
              new MunicipalityCode("0825"),
              "Læsø",
              "Læsø Kommune",
              new Cvr("45973328"),
              false,
              false),
          AARHUS);
    }
  }
}
