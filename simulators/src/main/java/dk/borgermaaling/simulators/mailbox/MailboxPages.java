package dk.borgermaaling.simulators.mailbox;

import static dk.borgermaaling.simulators.xml.Xml.escape;

import dk.borgermaaling.simulators.StoryClock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The pages, in Danish, without scripts. */
final class MailboxPages {
  private static final int PEOPLE_ON_A_PAGE = 50;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d. MMMM yyyy 'kl.' HH.mm", Locale.forLanguageTag("da"))
          .withZone(StoryClock.DENMARK);

  private static final String STYLE =
      """
      *{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#1b1b1b;background:#f3f4f6}
      header{background:#0b3954;color:#fff;padding:14px 20px}header a{color:#fff;text-decoration:none;font-weight:600;font-size:1.15rem}
      header small{display:block;color:#cfe3ef}main{max-width:760px;margin:24px auto;padding:0 16px}
      h1{font-size:1.5rem;margin:0 0 16px;overflow-wrap:anywhere}ul{list-style:none;margin:0;padding:0;background:#fff;border:1px solid #d8dce1;border-radius:6px}
      li+li{border-top:1px solid #e6e8eb}li a{display:block;padding:12px 16px;color:inherit;text-decoration:none}li a:hover,li a:focus{background:#eef5fa}
      li strong{display:block;overflow-wrap:anywhere}li span,.meta{color:#53575c;font-size:.9rem}
      article{background:#fff;border:1px solid #d8dce1;border-radius:6px;padding:20px}
      .button{display:inline-block;margin:16px 0;padding:12px 22px;background:#0b6e4f;color:#fff;border-radius:4px;text-decoration:none;font-weight:600}
      iframe{width:100%;height:420px;border:1px solid #d8dce1;border-radius:4px;background:#fff}nav{margin:16px 0;display:flex;gap:16px}a{color:#0b4f7a}
      """;

  private MailboxPages() {}

  /** The owners of mailboxes, the one with the newest letter first. */
  static String people(List<Mailboxes.Entry> letters, int page) {
    Map<Integer, Mailboxes.Entry> newest = new LinkedHashMap<>();
    for (int i = letters.size() - 1; i >= 0; i--) {
      newest.putIfAbsent(letters.get(i).person(), letters.get(i));
    }
    List<Mailboxes.Entry> shown = page(newest.values(), page);
    StringBuilder body =
        new StringBuilder("<h1>Borgernes digitale postkasser</h1><p class=\"meta\">")
            .append(newest.size())
            .append(" borgere har modtaget ")
            .append(letters.size())
            .append(" meddelelser.</p>");
    if (!shown.isEmpty()) {
      body.append("<ul>");
      for (Mailboxes.Entry entry : shown) {
        body.append(
            item(
                "/mailbox/people/" + entry.person(),
                "Borger " + masked(entry.letter().recipient()),
                "Seneste: " + entry.letter().label() + ", " + time(entry.letter().receivedAt())));
      }
      body.append("</ul>");
    }
    body.append("<nav>");
    if (page > 1) {
      body.append("<a href=\"?page=").append(page - 1).append("\">Nyere</a>");
    }
    if (newest.size() > page * PEOPLE_ON_A_PAGE) {
      body.append("<a href=\"?page=").append(page + 1).append("\">Ældre</a>");
    }
    return frame("Digitale postkasser", body.append("</nav>").toString());
  }

  private static List<Mailboxes.Entry> page(Collection<Mailboxes.Entry> all, int page) {
    List<Mailboxes.Entry> list = new ArrayList<>(all);
    int from = Math.min(list.size(), (page - 1) * PEOPLE_ON_A_PAGE);
    return list.subList(from, Math.min(list.size(), from + PEOPLE_ON_A_PAGE));
  }

  /** One mailbox; never empty. */
  static String person(List<Mailboxes.Entry> letters) {
    StringBuilder body =
        new StringBuilder("<h1>Indbakke for borger ")
            .append(masked(letters.get(0).letter().recipient()))
            .append("</h1><ul>");
    for (Mailboxes.Entry entry : letters) {
      Letter letter = entry.letter();
      body.append(
          item(
              "/mailbox/messages/" + entry.number(),
              letter.label(),
              letter.sender() + ", " + time(letter.receivedAt())));
    }
    body.append("</ul><nav><a href=\"/mailbox/\">Alle postkasser</a></nav>");
    return frame("Indbakke", body.toString());
  }

  /** One message with the button of its action. */
  static String letter(Mailboxes.Entry entry) {
    Letter letter = entry.letter();
    StringBuilder body =
        new StringBuilder("<article><h1>")
            .append(escape(letter.label()))
            .append("</h1><p class=\"meta\">Fra ")
            .append(escape(letter.sender()))
            .append("<br>Modtaget ")
            .append(time(letter.receivedAt()))
            .append("<br>")
            .append(escape(letter.channel()))
            .append("</p>");
    if (!letter.text().isEmpty()) {
      body.append("<p>").append(escape(letter.text())).append("</p>");
    }
    if (letter.link().startsWith("https://")) {
      String label = letter.actionLabel().isEmpty() ? "Åbn" : letter.actionLabel();
      body.append("<a class=\"button\" rel=\"noreferrer\" href=\"")
          .append(escape(letter.link()))
          .append("\">")
          .append(escape(label))
          .append("</a>");
    }
    if (!letter.documentType().isEmpty()) {
      body.append("<iframe sandbox title=\"Dokument\" src=\"/mailbox/messages/")
          .append(entry.number())
          .append("/document\"></iframe>");
    }
    body.append("</article><nav><a href=\"/mailbox/people/")
        .append(entry.person())
        .append("\">Indbakke</a><a href=\"/mailbox/\">Alle postkasser</a></nav>");
    return frame(letter.label(), body.toString());
  }

  static String notFound() {
    return frame("Findes ikke", "<h1>Siden findes ikke</h1><a href=\"/mailbox/\">Postkasser</a>");
  }

  private static String item(String link, String title, String below) {
    return "<li><a href=\""
        + link
        + "\"><strong>"
        + escape(title)
        + "</strong><span>"
        + escape(below)
        + "</span></a></li>";
  }

  /** Only the date of birth is left of a CPR number. */
  private static String masked(String recipient) {
    return recipient.length() == 10 ? recipient.substring(0, 6) + "-xxxx" : recipient;
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }

  private static String frame(String title, String body) {
    return "<!doctype html><html lang=\"da\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"
        + escape(title)
        + "</title><style>"
        + STYLE
        + "</style></head><body><header><a href=\"/mailbox/\">Digital Post</a>"
        + "<small>Simuleret: alle borgere er opdigtede</small></header><main>"
        + body
        + "</main></body></html>";
  }
}
