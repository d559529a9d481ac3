package dk.borgermaaling.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.message.MessageTexts.Personal;
import dk.borgermaaling.gateway.survey.SurveyGroup;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageTextsTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-30");
  private static final MunicipalityCode ODENSE = TextsFixture.ODENSE.code();
  private static final UUID ROUND = UUID.randomUUID();
  private final List<TextInUse> inUse = new ArrayList<>();
  private Surroundings around = TextsFixture.around();
  private final MessageTexts texts = new MessageTexts(() -> inUse, day -> around, () -> TODAY);

  @Test
  void the_built_in_text_is_used_where_nobody_has_written_another() {
    texts.refresh();
    assertThat(texts.needsOccasion()).isFalse();
    assertThat(written(occasion("dagpenge")))
        .isInstanceOfSatisfying(
            Words.Ready.class,
            ready ->
                assertThat(ready.text().subject())
                    .isEqualTo("Hvordan oplever du kommunens indsats?"));
  }

  @Test
  void the_most_specific_text_wins_whatever_order_they_are_read_in() {
    List<TextInUse> all =
        List.of(
            text("alle", null, null, null, ""),
            text("gruppe", null, null, "dagpenge", ""),
            text("kommune", ODENSE, null, null, ""),
            text("kommune og gruppe", ODENSE, null, "dagpenge", ""),
            text("runde", ODENSE, ROUND, null, ""),
            text("runde og gruppe", ODENSE, ROUND, "dagpenge", ""),
            text("arm", null, null, null, "b"));
    Random random = new Random(1);
    List<String> wins = new ArrayList<>();
    for (int left = all.size(); left > 0; left--) {
      inUse.clear();
      inUse.addAll(all.subList(0, left));
      Collections.shuffle(inUse, random);
      texts.refresh();
      wins.add(texts.choose(occasion(ODENSE, ROUND, "dagpenge", "b"), TODAY).name());
    }
    assertThat(wins)
        .containsExactly(
            "arm", "runde og gruppe", "runde", "kommune og gruppe", "kommune", "gruppe", "alle");
  }

  @Test
  void a_text_for_others_is_never_used() {
    inUse.add(text("aarhus", new MunicipalityCode("0751"), null, null, ""));
    inUse.add(text("gruppe", null, null, "sygedagpenge", ""));
    inUse.add(text("arm", null, null, null, "a"));
    inUse.add(
        new TextInUse(
            TextsFixture.forKey(
                "forbi", TextKey.forAll(TextStep.FIRST, Channel.DIGITAL_POST, "da")),
            TODAY.minusDays(9),
            TODAY));
    inUse.add(
        new TextInUse(
            TextsFixture.forKey(
                "kommende", TextKey.forAll(TextStep.FIRST, Channel.DIGITAL_POST, "da")),
            TODAY.plusDays(1),
            null));
    texts.refresh();
    assertThat(texts.choose(occasion("dagpenge"), TODAY).name()).isEqualTo("Indbygget tekst");
    assertThat(texts.choose(occasion("dagpenge"), TODAY.plusDays(1)).name()).isEqualTo("kommende");
  }

  @Test
  void a_text_that_has_become_wrong_stops_by_its_name_and_sends_nothing() {
    inUse.add(
        new TextInUse(
            new MessageTemplate(
                UUID.randomUUID(),
                "Efterårets tekst",
                TextKey.forAll(TextStep.FIRST, Channel.DIGITAL_POST, "da"),
                TextsFixture.with(Part.SUBJECT, "Om din omstilling").parts()),
            TODAY,
            null));
    texts.refresh();
    assertThat(written(occasion("dagpenge"))).isInstanceOf(Words.Ready.class);
    around =
        TextsFixture.around(
            List.of(new SurveyGroup("dagpenge", "Borgere i omstilling")),
            Map.of(),
            "Ring.",
            List.of("da"));
    texts.refresh();
    assertThat(written(occasion("dagpenge")))
        .isInstanceOfSatisfying(
            Words.Unfit.class,
            unfit ->
                assertThat(unfit.reason())
                    .startsWith("Beskedteksten »Efterårets tekst« kan ikke sendes: »omstilling«"));
  }

  @Test
  void a_contact_that_is_removed_stops_its_municipality_alone() {
    around =
        TextsFixture.around(
            TextsFixture.GROUPS,
            Map.of(TextsFixture.LONG.code().value(), "Ring til Rønne."),
            "",
            List.of("da"));
    texts.refresh();
    assertThat(written(occasion("dagpenge"))).isInstanceOf(Words.Unfit.class);
    assertThat(
            texts.write(
                occasion(TextsFixture.LONG.code(), null, "dagpenge", ""),
                TextsFixture.LONG,
                personal()))
        .isInstanceOf(Words.Ready.class);
  }

  @Test
  void a_value_that_this_message_lacks_stops_it() {
    Map<Part, String> parts = TextsFixture.with(Part.SUBJECT, "Svar inden {closes}").parts();
    inUse.add(
        new TextInUse(
            new MessageTemplate(
                UUID.randomUUID(),
                "Frist",
                TextKey.forAll(TextStep.FIRST, Channel.DIGITAL_POST, "da"),
                parts),
            TODAY,
            null));
    texts.refresh();
    assertThat(
            texts.write(
                occasion("dagpenge"),
                TextsFixture.ODENSE,
                new Personal(null, URI.create("https://localhost/s/x"))))
        .isInstanceOfSatisfying(
            Words.Unfit.class, unfit -> assertThat(unfit.reason()).contains("{closes}"));
    assertThat(written(occasion("dagpenge")))
        .isInstanceOfSatisfying(
            Words.Ready.class,
            ready -> assertThat(ready.text().subject()).isEqualTo("Svar inden 28. december 2026"));
  }

  private Words written(Occasion occasion) {
    return texts.write(occasion, TextsFixture.ODENSE, personal());
  }

  private static Personal personal() {
    return new Personal(LocalDate.parse("2026-12-28"), URI.create("https://localhost/s/x"));
  }

  private static Occasion occasion(String group) {
    return occasion(ODENSE, null, group, "");
  }

  private static Occasion occasion(
      MunicipalityCode municipality, @Nullable UUID round, String group, String variant) {
    return new Occasion(
        municipality, round, group, TextStep.FIRST, Channel.DIGITAL_POST, "da", variant);
  }

  private static TextInUse text(
      String name,
      @Nullable MunicipalityCode municipality,
      @Nullable UUID round,
      @Nullable String group,
      String variant) {
    TextKey key =
        new TextKey(
            municipality, round, group, TextStep.FIRST, Channel.DIGITAL_POST, "da", variant);
    return new TextInUse(TextsFixture.forKey(name, key), TODAY.minusDays(1), null);
  }
}
