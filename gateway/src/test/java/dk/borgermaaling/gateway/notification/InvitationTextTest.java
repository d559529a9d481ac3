package dk.borgermaaling.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.letter.LetterWords;
import dk.borgermaaling.gateway.message.BuiltInTexts;
import dk.borgermaaling.gateway.message.FilledText;
import dk.borgermaaling.gateway.message.MessageTemplate;
import dk.borgermaaling.gateway.message.MessageTexts;
import dk.borgermaaling.gateway.message.Part;
import dk.borgermaaling.gateway.message.Surroundings;
import dk.borgermaaling.gateway.message.TestDelivery.Outcome;
import dk.borgermaaling.gateway.message.TestDelivery.TestMessage;
import dk.borgermaaling.gateway.message.TextInUse;
import dk.borgermaaling.gateway.message.TextKey;
import dk.borgermaaling.gateway.message.TextStep;
import dk.borgermaaling.gateway.message.TextsFixture;
import dk.borgermaaling.gateway.message.Words;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvitationTextTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-30");
  private static final InvitationId INVITATION = new InvitationId(UUID.randomUUID());
  private static final Recipient CITIZEN = new Recipient.Person(new CprNumber("6101801234"));
  private static final URI LINK = URI.create("https://localhost/s/token");
  private static final Notification.Identifiers IDENTIFIERS =
      new Notification.Identifiers(UUID.randomUUID(), UUID.randomUUID());

  @Test
  void the_text_of_the_citizens_group_is_written_with_the_last_day() {
    OutgoingMessage message =
        written(text("dagpenge", "Svar inden {closes}"), Channel.DIGITAL_POST, Step.FIRST);
    assertThat(message.defect()).isEmpty();
    assertThat(message)
        .isInstanceOfSatisfying(
            DigitalPostMessage.class,
            post -> {
              assertThat(post.label()).isEqualTo("Svar inden 24. december 2026");
              assertThat(post.messageUuid()).isEqualTo(IDENTIFIERS.messageUuid());
              assertThat(post.messageId()).isEqualTo(INVITATION + "/first");
              assertThat(post.link()).isEqualTo(LINK);
              assertThat(post.html()).contains("href=\"https://localhost/s/token\"");
            });
  }

  @Test
  void a_text_of_another_group_is_not() {
    OutgoingMessage message =
        written(text("sygedagpenge", "Svar inden {closes}"), Channel.DIGITAL_POST, Step.FIRST);
    assertThat(((DigitalPostMessage) message).label())
        .isEqualTo("Hvordan oplever du kommunens indsats?");
  }

  @Test
  void a_text_that_may_not_be_used_is_a_message_that_cannot_leave() {
    Written written =
        text("dagpenge", "Om dit job").write(Channel.DIGITAL_POST, writing(Step.FIRST, LINK));
    assertThat(written)
        .isInstanceOfSatisfying(
            Written.Refused.class,
            refused -> {
              assertThat(refused.why().kind()).isEqualTo(FailureClass.CONTENT);
              assertThat(refused.why().reason()).contains("»Min tekst« kan ikke sendes", "»job«");
            });
  }

  @Test
  void a_text_message_has_its_own_words_and_no_link() {
    OutgoingMessage message =
        written(new InvitationText("Ring."), Channel.NEMSMS, Step.reminder(2));
    assertThat(message.defect()).isEmpty();
    assertThat(message)
        .isInstanceOfSatisfying(
            NemSmsMessage.class,
            sms ->
                assertThat(sms.notification())
                    .startsWith("Du har post i Digital Post fra Odense Kommune.")
                    .doesNotContain("localhost"));
  }

  @Test
  void a_letter_has_the_words_of_its_text_around_the_code() {
    InvitationText builtIn = new InvitationText("Ring.");
    LetterWords words =
        new TemplateLetters(builtIn).of(INVITATION, Step.reminder(1), TextsFixture.ODENSE);
    assertThat(words.heading()).isEqualTo("Påmindelse: Hvordan oplever du kommunens indsats?");
    assertThat(words.before())
        .extracting(LetterWords.Section::heading)
        .containsExactly("", "", "Det er frivilligt");
    assertThat(words.after())
        .extracting(LetterWords.Section::heading)
        .containsExactly("Sådan bruges dit svar", "Spørgsmål");
    assertThat(words.after().get(1).text()).isEqualTo("Ring.");
    assertThatThrownBy(() -> builtIn.write(Channel.LETTER, writing(Step.FIRST, LINK)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_letter_whose_text_may_not_be_used_is_not_written() {
    InvitationText text = text(Channel.LETTER, "dagpenge", "Om dit job");
    assertThatThrownBy(
            () -> new TemplateLetters(text).of(INVITATION, Step.FIRST, TextsFixture.ODENSE))
        .isInstanceOfSatisfying(
            UnfitText.class,
            unfit -> assertThat(unfit.reason()).contains("»Min tekst« kan ikke sendes"));
  }

  @Test
  void a_test_takes_the_road_of_real_messages_and_tells_how_it_ended() {
    SendingFixture.PretendPost post = new SendingFixture.PretendPost();
    URI page = URI.create("https://localhost/test-message");
    TestPost tests = new TestPost(post, page, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    FilledText text =
        ((Words.Ready)
                new InvitationText("Ring.")
                    .words(Channel.DIGITAL_POST, INVITATION, Step.FIRST, TextsFixture.ODENSE, page))
            .text();
    UUID id = UUID.randomUUID();
    TestMessage test = new TestMessage(id, TextsFixture.ODENSE, CITIZEN, text);
    assertThat(tests.send(test).outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(post.sent)
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.messageUuid()).isEqualTo(id);
              assertThat(sent.senderCvr()).isEqualTo(new Cvr("35209115"));
            });
    post.outcome = new SendOutcome.Unknown("timed out");
    assertThat(tests.send(test).outcome()).isEqualTo(Outcome.UNKNOWN);
    post.outcome = new SendOutcome.NotSent(new Failure(FailureClass.AGREEMENT, "no agreement"));
    assertThat(tests.send(test).outcome()).isEqualTo(Outcome.NOT_SENT);
    post.outcome = new SendOutcome.Refused(new Failure(FailureClass.CONTENT, "no"));
    assertThat(tests.send(test).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(post.sent).hasSize(4);
  }

  private static OutgoingMessage written(InvitationText text, Channel channel, Step step) {
    return ((Written.Ready) text.write(channel, writing(step, LINK))).message();
  }

  private static Writing writing(Step step, URI link) {
    return new Writing(
        INVITATION, step, IDENTIFIERS, TextsFixture.ODENSE, CITIZEN, link, Instant.EPOCH);
  }

  private static InvitationText text(String group, String subject) {
    return text(Channel.DIGITAL_POST, group, subject);
  }

  private static InvitationText text(Channel channel, String group, String subject) {
    TextKey key = new TextKey(null, null, group, TextStep.FIRST, channel, "da", "");
    Map<Part, String> parts = new EnumMap<>(BuiltInTexts.of(key.step(), key.channel()).parts());
    parts.put(Part.SUBJECT, subject);
    TextInUse inUse =
        new TextInUse(new MessageTemplate(UUID.randomUUID(), "Min tekst", key, parts), TODAY, null);
    MessageTexts texts =
        new MessageTexts(
            () -> List.of(inUse),
            day ->
                new Surroundings(
                    List.of(TextsFixture.ODENSE),
                    TextsFixture.GROUPS,
                    TextsFixture.revealing(TextsFixture.GROUPS),
                    Map.of(),
                    "Ring.",
                    List.of("da"),
                    LINK),
            () -> TODAY);
    texts.refresh();
    return new InvitationText(
        texts,
        invitation -> new Occasions.About(null, "dagpenge", LocalDate.parse("2026-12-24"), ""));
  }
}
