package dk.borgermaaling.gateway.reporting.web;

import java.util.List;
import java.util.Locale;

/**
 * Draws bars of 0 to 100 with a mark for the nation, as SVG without script or style of its own (the
 * style sheet has the colours). The axis is never cut. Two drawings of the same numbers: one for
 * wide screens, and one of 328 px in which the label stands above its bar.
 */
final class BarChart {
  private static final int WIDE = 860;
  private static final int WIDE_ROW = 42;
  private static final int WIDE_TOP = 52;
  private static final int WIDE_TRACK = 240;
  private static final int WIDE_OWN = 770;
  private static final int WIDE_TRACK_LENGTH = 440;
  private static final int NARROW = 328;
  private static final int NARROW_ROW = 66;
  private static final int BAR = 18;

  private final String id;
  private final String title;
  private final String ownName;
  private final List<Bar> bars;

  BarChart(String id, String title, String ownName, List<Bar> bars) {
    this.id = id;
    this.title = title;
    this.ownName = ownName;
    this.bars = List.copyOf(bars);
  }

  String wide() {
    int height = WIDE_TOP + bars.size() * WIDE_ROW + 4;
    StringBuilder svg = begin("wide", WIDE, height);
    text(svg, "head", WIDE_OWN, 16, "end", ownName);
    text(svg, "head", WIDE, 16, "end", "Landet");
    for (int tick = 0; tick <= 100; tick += 25) {
      double x = WIDE_TRACK + WIDE_TRACK_LENGTH * tick / 100.0;
      line(svg, "axis", x, WIDE_TOP - 8, x, height - 4);
      text(svg, "tick", x, WIDE_TOP - 16, "middle", Integer.toString(tick));
    }
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double middle = WIDE_TOP + (i + 0.5) * WIDE_ROW;
      text(svg, "label", 0, middle + 5, "start", bar.label());
      track(svg, bar, WIDE_TRACK, middle, WIDE_TRACK_LENGTH);
      text(svg, "value", WIDE_OWN, middle + 5, "end", bar.ownText());
      text(svg, "nation-value", WIDE, middle + 5, "end", bar.nationText());
    }
    return svg.append("</svg>").toString();
  }

  String narrow() {
    int height = bars.size() * NARROW_ROW;
    StringBuilder svg = begin("narrow", NARROW, height);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double top = (double) i * NARROW_ROW;
      text(svg, "label", 0, top + 18, "start", bar.label());
      text(svg, "value", NARROW, top + 18, "end", bar.ownText());
      track(svg, bar, 0, top + 39, 200);
      text(svg, "nation-value", NARROW, top + 44, "end", "landet " + bar.nationText());
    }
    return svg.append("</svg>").toString();
  }

  private StringBuilder begin(String form, int width, int height) {
    String titleId = id + "-" + form;
    StringBuilder svg = new StringBuilder(4000);
    svg.append("<svg class=\"bars bars-").append(form).append("\" role=\"img\" aria-labelledby=\"");
    svg.append(titleId).append("\" viewBox=\"0 0 ").append(width).append(' ').append(height);
    svg.append("\" width=\"").append(width).append("\" height=\"").append(height).append("\">");
    svg.append("<title id=\"").append(titleId).append("\">").append(escape(title));
    return svg.append("</title>");
  }

  private static void track(StringBuilder svg, Bar bar, double x, double middle, double length) {
    rect(svg, "track", x, middle - BAR / 2.0, length, BAR);
    bar.own()
        .ifPresent(
            value -> rect(svg, "own", x, middle - BAR / 2.0, length * inside(value) / 100, BAR));
    bar.nation()
        .ifPresent(
            value -> {
              double at = x + length * inside(value) / 100;
              line(svg, "halo", at, middle - 13, at, middle + 13);
              line(svg, "nation", at, middle - 13, at, middle + 13);
            });
  }

  private static double inside(double value) {
    return Math.max(0, Math.min(100, value));
  }

  private static void rect(
      StringBuilder svg, String kind, double x, double y, double width, double height) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
            kind,
            x,
            y,
            width,
            height));
  }

  private static void line(
      StringBuilder svg, String kind, double x1, double y1, double x2, double y2) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
            kind,
            x1,
            y1,
            x2,
            y2));
  }

  private static void text(
      StringBuilder svg, String kind, double x, double y, String anchor, String content) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
            kind,
            x,
            y,
            anchor,
            escape(content)));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
