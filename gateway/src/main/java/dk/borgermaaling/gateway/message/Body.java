package dk.borgermaaling.gateway.message;

import java.util.List;

/**
 * A body with everything filled in, for whoever lays it out.
 *
 * @param title the subject
 * @param language for example {@code da}
 */
public record Body(String title, String language, List<Block> blocks) {
  public Body {
    blocks = List.copyOf(blocks);
  }

  /**
   * A heading and the plain text below it, for a letter.
   *
   * @param heading empty for what stands before the first heading
   * @param language of the text when it is another than the body's; else empty
   */
  public record Section(String heading, String text, String language) {}

  /** The body as plain text: lines as they were written, points of a list behind a dash. */
  public List<Section> sections() {
    return BodyText.sections(blocks);
  }

  /** The document that Digital Post carries: plain HTML without style, script or picture. */
  public String html() {
    return BodyHtml.document(this);
  }

  /**
   * The blocks alone, to stand inside a page.
   *
   * @param topLevel the level of the highest heading, 2 or more
   */
  public String fragment(int topLevel) {
    return BodyHtml.blocks(blocks, topLevel);
  }
}
