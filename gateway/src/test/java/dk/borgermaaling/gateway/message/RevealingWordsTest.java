package dk.borgermaaling.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.survey.SurveyGroup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevealingWordsTest {
  private final RevealingWords words = TextsFixture.revealing(TextsFixture.GROUPS);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dagpenge",
        "Dagpengene",
        "DAGPENGEMODTAGERNE",
        "feriedagpengesatsen",
        "syge-dagpenge",
        "syge dagpenge",
        "syge\u00addagpenge",
        "syge\u2011dagpenge",
        "d a g p e n g e",
        "kontanthjaelp",
        "kontanthja\u0308lp og ledige",
        "kontanthjælpsmodtager",
        "a-kassen",
        "a kasse",
        "ledige",
        "ledighedsperiode",
        "langtidsledig",
        "syg",
        "sygemeldt",
        "jobparat",
        "aktivitetsparates",
        "job",
        "jobcentret",
        "fleksjobbet",
        "jobafklaringsforløb",
        "ressourceforløbet",
        "førtidspensionist",
        "foertidspension",
        "revalidering",
        "din ydelse",
      })
  void a_word_of_the_field_is_found_in_every_form(String text) {
    assertThat(words.in("Om " + text + " her")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hvordan oplever du kommunens indsats?",
        "Vi ville blive glade: jo bedre svar, desto bedre hjælp",
        "det led igen",
        "Det er en nydelse",
        "Ordlydelsen er fast",
        "Spørgeskemaet er fleksibelt",
        "refleksioner og kommentarer",
        "Anledning til vejledning",
        "Du har post i Digital Post",
        "Psykologi og fysik",
        "Odense Kommune, Aabenraa Kommune",
      })
  void an_ordinary_word_is_left_alone(String text) {
    assertThat(words.in(text)).isEmpty();
  }

  @Test
  void a_new_group_is_found_by_the_words_of_its_name() {
    assertThat(words.in("Til dig i omstillingsforløbet")).isEmpty();
    RevealingWords renamed =
        TextsFixture.revealing(List.of(new SurveyGroup("x", "Borgere i omstilling")));
    assertThat(renamed.in("Til dig i omstillingsforløbet"))
        .hasValueSatisfying(
            found -> {
              assertThat(found.written()).isEqualTo("omstillingsforløbet");
              assertThat(found.why()).contains("»Borgere i omstilling«");
            });
    assertThat(renamed.in("Kære borger")).isEmpty();
  }

  @Test
  void a_short_stem_of_a_name_is_sought_at_the_beginning_of_a_word_alone() {
    RevealingWords young = TextsFixture.revealing(List.of(new SurveyGroup("x", "Unge")));
    assertThat(young.in("Til unge")).isPresent();
    assertThat(young.in("Ungdommen")).isPresent();
    assertThat(young.in("En tung dag i kommunen")).isEmpty();
  }
}
