package dk.borgermaaling.gateway.message;

import java.util.List;

/** Writes a body as HTML. Every text goes through {@link #escaped}; tags are ours alone. */
final class BodyHtml {
  /** Digital Post's heading of the document; those of the body are below it. */
  private static final int BELOW_THE_TITLE = 2;

  private BodyHtml() {}

  static String document(Body body) {
    String title = escaped(body.title());
    return "<!DOCTYPE html>\n<html lang=\""
        + escaped(body.language())
        + "\">\n<head><meta charset=\"utf-8\"><title>"
        + title
        + "</title></head>\n<body>\n<h1>"
        + title
        + "</h1>\n"
        + blocks(body.blocks(), BELOW_THE_TITLE)
        + "</body>\n</html>\n";
  }

  static String blocks(List<Block> blocks, int topLevel) {
    StringBuilder html = new StringBuilder();
    for (Block block : blocks) {
      if (block instanceof Block.Heading heading) {
        int level = topLevel + heading.level() - 1;
        html.append("<h").append(level).append('>');
        line(html, heading.line());
        html.append("</h").append(level).append(">\n");
      } else if (block instanceof Block.Bullets bullets) {
        html.append("<ul>\n");
        for (List<Inline> item : bullets.items()) {
          html.append("<li>");
          line(html, item);
          html.append("</li>\n");
        }
        html.append("</ul>\n");
      } else if (block instanceof Block.Paragraph paragraph) {
        html.append(paragraph(paragraph.language()));
        line(html, paragraph.line());
        html.append("</p>\n");
      } else {
        throw new IllegalStateException("a body that is not filled in has no HTML");
      }
    }
    return html.toString();
  }

  private static String paragraph(String language) {
    if (language.isEmpty()) {
      return "<p>";
    }
    return Duties.isRightToLeft(language)
        ? "<p lang=\"" + escaped(language) + "\" dir=\"rtl\">"
        : "<p lang=\"" + escaped(language) + "\">";
  }

  private static void line(StringBuilder html, List<Inline> line) {
    for (Inline piece : line) {
      if (piece instanceof Inline.Text text) {
        html.append(bold(escaped(text.text()), text.bold()));
      } else if (piece instanceof Inline.Link link) {
        html.append(
            bold(
                "<a href=\"" + escaped(link.address()) + "\">" + escaped(link.label()) + "</a>",
                link.bold()));
      } else if (piece instanceof Inline.LineBreak) {
        html.append("<br>");
      } else {
        throw new IllegalStateException("a body that is not filled in has no HTML");
      }
    }
  }

  private static String bold(String html, boolean bold) {
    return bold ? "<strong>" + html + "</strong>" : html;
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
