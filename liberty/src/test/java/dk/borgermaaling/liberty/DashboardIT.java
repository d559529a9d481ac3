package dk.borgermaaling.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.borgermaaling.liberty.DashboardPage.Seen;
import dk.borgermaaling.liberty.DashboardPage.ThemeRow;
import dk.borgermaaling.liberty.DashboardPage.TurnoutRow;
import dk.borgermaaling.liberty.reference.Answers;
import dk.borgermaaling.liberty.reference.Equations;
import dk.borgermaaling.liberty.reference.Place;
import dk.borgermaaling.liberty.reference.Published;
import dk.borgermaaling.liberty.reference.Reference;
import dk.borgermaaling.liberty.reference.Story;
import dk.borgermaaling.simulators.world.Town;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What an operator reads of the played story, all municipalities and groups: each number is the
 * reference's, and what docs/reporting.md hides is hidden and nothing else.
 */
@ExtendWith(ArquillianExtension.class)
class DashboardIT {
  private static final String ALL = "ALL";
  private static final BigDecimal HALF_A_HUNDREDTH = new BigDecimal("0.005000001");
  private static final BigDecimal HALF_A_TENTH = new BigDecimal("0.050000001");
  private static final Published EXPECTED = Published.of(Answers.to(Reference.of(Story.world())));
  private static final List<String> TOWNS = Arrays.stream(Town.values()).map(Town::code).toList();
  private static final Map<Place, DashboardPage> PAGES = new HashMap<>();
  private static Map<String, String> groups;

  @BeforeAll
  static void read() {
    Operator operator = Operator.logIn(Played.system());
    groups = operator.dashboard(TOWNS.get(0), ALL).groups();
    for (String town : TOWNS) {
      Stream.concat(groups.keySet().stream(), Stream.of(ALL))
          .forEach(group -> PAGES.put(new Place(town, group), operator.dashboard(town, group)));
    }
  }

  @Test
  void every_theme_has_the_reference_s_figures_or_is_hidden() {
    PAGES.forEach(
        (place, page) -> {
          List<ThemeRow> rows = page.themes();
          assertThat(rows).hasSameSizeAs(Answers.themes());
          for (int i = 0; i < rows.size(); i++) {
            String theme = Answers.themes().get(i);
            ThemeRow row = rows.get(i);
            assertSame(row.own(), place, theme);
            assertSame(row.nation(), new Place(ALL, place.group()), theme);
            assertThat(row.own().flatMap(Seen::mean).isPresent()).isEqualTo(row.own().isPresent());
            assertThat(row.people().map(BigDecimal::longValueExact))
                .as("people of %s %s", place, theme)
                .isEqualTo(EXPECTED.cell(place, theme).map(Answers.Cell::n));
            assertThat(row.difference())
                .isEqualTo(
                    row.own()
                        .flatMap(own -> row.nation().map(n -> own.index().subtract(n.index()))));
          }
        });
  }

  @Test
  void every_group_has_the_reference_s_index_of_each_theme_and_of_all_themes() {
    List<String> themes = Stream.concat(Answers.themes().stream(), Stream.of(ALL)).toList();
    PAGES.forEach(
        (place, page) -> {
          Map<String, List<Optional<Seen>>> table = page.groupsAndThemes();
          assertThat(table).containsOnlyKeys(groups.values());
          groups.forEach(
              (id, name) -> {
                List<Optional<Seen>> row = table.getOrDefault(name, List.of());
                assertThat(row).hasSameSizeAs(themes);
                for (int i = 0; i < row.size(); i++) {
                  assertSame(row.get(i), new Place(place.town(), id), themes.get(i));
                }
              });
        });
  }

  @Test
  void everything_is_of_continuous_asking_and_says_so() {
    PAGES.forEach(
        (place, page) ->
            assertThat(page.shown()).as("%s", place).contains("Løbende måling", "uge"));
  }

  @Test
  void the_planned_small_cells_are_hidden() {
    for (Place small :
        List.of(
            new Place(Town.TAARNBY.code(), "jobafklaring"),
            new Place(Town.SILKEBORG.code(), "aktivitetsparate"))) {
      assertThat(page(small).themes())
          .allMatch(row -> row.own().isEmpty() && row.people().isEmpty());
      assertThat(page(small).responses()).isEmpty();
    }
  }

  @Test
  void no_hidden_cell_can_be_worked_out_from_those_that_are_shown() {
    for (int i = 0; i < Answers.themes().size(); i++) {
      Set<Place> hidden = new HashSet<>();
      int theme = i;
      PAGES.forEach(
          (place, page) -> {
            ThemeRow row = page.themes().get(theme);
            addIfEmpty(row.own(), place, hidden);
            addIfEmpty(row.nation(), new Place(ALL, place.group()), hidden);
          });
      assertThat(hidden).as("something to protect in theme %d", theme).isNotEmpty();
      assertThat(Equations.determined(EXPECTED.places(), hidden)).isEmpty();
    }
  }

  @Test
  void the_turnout_is_the_reference_s_or_is_hidden() {
    PAGES.forEach(
        (place, page) -> {
          Map<String, TurnoutRow> expected =
              groups.entrySet().stream()
                  .collect(
                      Collectors.toMap(
                          Map.Entry::getValue, group -> turnout(place.town(), group.getKey())));
          assertThat(page.turnout()).containsExactlyInAnyOrderEntriesOf(expected);
          assertThat(page.responses())
              .as("responses of %s", place)
              .isEqualTo(EXPECTED.turnout(place).map(t -> Long.toString(t.responses())));
        });
  }

  private static TurnoutRow turnout(String town, String group) {
    Optional<Published.Turnout> own = EXPECTED.turnout(new Place(town, group));
    return new TurnoutRow(
        own.map(t -> t.responses() + " af " + t.asked()),
        own.map(t -> percent(t) + (t.responses() < 30 ? " *" : "")),
        EXPECTED.turnout(new Place(ALL, group)).map(DashboardIT::percent));
  }

  private static String percent(Published.Turnout turnout) {
    BigDecimal share =
        BigDecimal.valueOf(turnout.responses() * 100)
            .divide(BigDecimal.valueOf(turnout.asked()), 1, RoundingMode.HALF_UP);
    return share.toPlainString().replace('.', ',') + " %";
  }

  private static void assertSame(Optional<Seen> seen, Place place, String theme) {
    Optional<Answers.Cell> expected = EXPECTED.cell(place, theme);
    assertThat(seen.isPresent())
        .as("whether %s %s is shown", place, theme)
        .isEqualTo(expected.isPresent());
    if (seen.isPresent() && expected.isPresent()) {
      BigDecimal mean = BigDecimal.valueOf(expected.get().nanoMean(), 9);
      BigDecimal index = mean.subtract(BigDecimal.ONE).multiply(BigDecimal.valueOf(25));
      assertThat(seen.get().index())
          .as("index of %s %s", place, theme)
          .hasScaleOf(1)
          .isCloseTo(index, within(HALF_A_TENTH));
      seen.get()
          .mean()
          .ifPresent(
              shown ->
                  assertThat(shown)
                      .as("mean of %s %s", place, theme)
                      .hasScaleOf(2)
                      .isCloseTo(mean, within(HALF_A_HUNDREDTH)));
      assertThat(seen.get().thin())
          .as("mark of %s %s", place, theme)
          .isEqualTo(expected.get().n() < 30);
    }
  }

  private static void addIfEmpty(Optional<Seen> seen, Place place, Set<Place> hidden) {
    if (seen.isEmpty()) {
      hidden.add(place);
    }
  }

  private static DashboardPage page(Place place) {
    DashboardPage page = PAGES.get(place);
    if (page == null) {
      throw new IllegalArgumentException("no page was read of " + place);
    }
    return page;
  }
}
