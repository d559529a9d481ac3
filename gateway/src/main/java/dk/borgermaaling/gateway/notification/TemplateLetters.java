package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.letter.LetterWords;
import dk.borgermaaling.gateway.letter.LetterWords.Section;
import dk.borgermaaling.gateway.message.Body;
import dk.borgermaaling.gateway.message.FilledText;
import dk.borgermaaling.gateway.message.Words;
import dk.borgermaaling.gateway.municipality.Municipality;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a letter from the text that is in use for it. What belongs to the sheet and not to
 * the text (the box with the code, the closing, the lines in other languages) is the letter's own.
 */
public final class TemplateLetters implements LetterTexts {
  private final InvitationText text;

  public TemplateLetters(InvitationText text) {
    this.text = text;
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnfitText when the text may not be used
   */
  @Override
  public LetterWords of(InvitationId invitation, Step step, Municipality authority) {
    Words words = text.words(Channel.LETTER, invitation, step, authority, null);
    if (words instanceof Words.Unfit unfit) {
      throw new UnfitText(unfit.reason());
    }
    FilledText filled = ((Words.Ready) words).text();
    List<Section> sections = sections(filled.body());
    int box = secondHeading(sections);
    LetterWords sheet = LetterWords.standard(step.isReminder(), authority.authorityName(), "");
    return new LetterWords(
        filled.subject(),
        sections.subList(0, box),
        sheet.howTo(),
        sheet.scan(),
        sheet.type(),
        sheet.personal(),
        sections.subList(box, sections.size()),
        sheet.greeting(),
        sheet.languages());
  }

  /** One for each line, because a section of a letter is one paragraph. */
  private static List<Section> sections(Body body) {
    List<Section> sections = new ArrayList<>();
    for (Body.Section section : body.sections()) {
      String heading = section.heading();
      for (String line : section.text().lines().toList()) {
        sections.add(new Section(heading, line));
        heading = "";
      }
    }
    return sections;
  }

  /** The box stands before it: what the letter is about comes first, the small print after. */
  private static int secondHeading(List<Section> sections) {
    int headings = 0;
    for (int i = 0; i < sections.size(); i++) {
      if (!sections.get(i).heading().isEmpty() && ++headings == 2) {
        return i;
      }
    }
    return sections.size();
  }
}
