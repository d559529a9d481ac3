package dk.borgermaaling.gateway.edge.soap;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages that look like nobody's and keep to the profile all the same. */
final class OddRows extends Rows {
  private static final String WSA = "http://www.w3.org/2005/08/addressing";
  private static final Pattern BLOCKS =
      Pattern.compile(
          "(?s)<wsse:Security .*</wsse:Security>|<wsa:(\\w+)[^>]*>.*?</wsa:\\1>|<sbf:Framework[^>]*/>");
  private static final List<String> PREFIXES = List.of("s", "wsa", "wsu", "wsse");
  private static final int RENAMED = 30;
  private static final int SHUFFLED = 12;
  private static final int IDS = 10;

  OddRows(Supplier<TestToken> token, Function<TestToken, RawMessage> message, long seed) {
    super(token, message);
    Random random = new Random(seed);
    names(random);
    order(random);
    times();
    headers();
    body();
    document();
  }

  private void names(Random random) {
    for (int i = 0; i < RENAMED; i++) {
      List<String> names = prefixes(random);
      row("prefixes " + names, m -> m.edited(xml -> renamed(xml, names)));
    }
    for (int i = 0; i < IDS; i++) {
      String id = name(random) + "-." + i;
      String of = List.of("body", "ts", "action", "mid", "to", "reply").get(i % 6);
      row("the id of " + of + " is " + id, m -> m.renamedId(of, id));
    }
  }

  private static List<String> prefixes(Random random) {
    Set<String> names = new HashSet<>();
    while (names.size() < PREFIXES.size()) {
      names.add(name(random));
    }
    return List.copyOf(names);
  }

  private static String name(Random random) {
    String first = "ABCXYZabcxyz_";
    String rest = first + "0123456789-.";
    StringBuilder name = new StringBuilder("p");
    for (int length = random.nextInt(12); length >= 0; length--) {
      name.append(rest.charAt(random.nextInt(rest.length())));
    }
    return first.charAt(random.nextInt(first.length())) + name.toString();
  }

  private static String renamed(String xml, List<String> names) {
    String renamed = xml;
    for (int i = 0; i < PREFIXES.size(); i++) {
      renamed =
          renamed.replaceAll(
              "(</?|\\s|xmlns:)" + PREFIXES.get(i) + "(?=[:=])", "$1" + names.get(i));
    }
    return renamed;
  }

  private void order(Random random) {
    for (int i = 0; i < SHUFFLED; i++) {
      long seed = random.nextLong();
      row(
          "header blocks in another order, " + i,
          m -> m.edited(x -> shuffled(x, new Random(seed))));
    }
    row(
        "space between the header's blocks",
        m ->
            m.edited(
                x -> x.replaceAll("(?=<wsa:(Action|MessageID|ReplyTo)|<wsse:Security )", "\n  ")));
    row(
        "space between what the security header has",
        m ->
            m.edited(
                x ->
                    x.replaceAll(
                        "(?=<wsu:Timestamp|<Assertion|@@SIGNATURE@@|</wsse:Security>)", "\n\t")));
    row(
        "space around header and body",
        m -> m.edited(x -> x.replaceAll("(?=<s:Header>|<s:Body|</s:Envelope>)", "\r\n")));
    row(
        "space within the timestamp",
        m ->
            m.edited(
                x -> x.replaceAll("(?=<wsu:Created>|<wsu:Expires>|</wsu:Timestamp>)", " \n ")));
    row("the timestamp after the token", m -> m.edited(OddRows::timestampLast));
  }

  private static String shuffled(String xml, Random random) {
    List<String> blocks =
        new ArrayList<>(BLOCKS.matcher(xml).results().map(MatchResult::group).toList());
    List<String> before = List.copyOf(blocks);
    while (blocks.equals(before)) {
      Collections.shuffle(blocks, random);
    }
    Matcher places = BLOCKS.matcher(xml);
    StringBuilder out = new StringBuilder();
    for (int i = 0; places.find(); i++) {
      places.appendReplacement(out, Matcher.quoteReplacement(blocks.get(i)));
    }
    return places.appendTail(out).toString();
  }

  private static String timestampLast(String xml) {
    int from = xml.indexOf("<wsu:Timestamp");
    String timestamp = xml.substring(from, xml.indexOf("</wsu:Timestamp>") + 16);
    return xml.replace(timestamp, "").replace("@@SIGNATURE@@", timestamp + "@@SIGNATURE@@");
  }

  private void times() {
    Instant now = Instant.now();
    for (int seconds : new int[] {60, 120, 240, 300}) {
      row("valid for " + seconds + " s", m -> m.created(now, Duration.ofSeconds(seconds)));
    }
    row("a clock that is 40 s ahead", m -> m.created(now.plusSeconds(40), Duration.ofMinutes(4)));
    row("four minutes on the way", m -> m.created(now.minusSeconds(235), Duration.ofMinutes(5)));
    row(
        "whole seconds",
        m -> m.created(now.truncatedTo(ChronoUnit.SECONDS), Duration.ofMinutes(5)));
    for (String zeros : new String[] {"0", "000", "000000"}) {
      row(
          "fractions as <" + zeros + ">",
          m ->
              m.created(now.truncatedTo(ChronoUnit.SECONDS).plusMillis(120), Duration.ofMinutes(5))
                  .edited(x -> fractions(x, "120" + zeros)));
      row(
          "whole seconds as <." + zeros + ">",
          m ->
              m.created(now.truncatedTo(ChronoUnit.SECONDS), Duration.ofMinutes(5))
                  .edited(x -> fractions(x, zeros)));
    }
  }

  private static String fractions(String xml, String digits) {
    return xml.replaceAll("(<wsu:(?:Created|Expires)>[^<.Z]*)(?:\\.\\d+)?Z", "$1." + digits + "Z");
  }

  private void headers() {
    for (String block :
        new String[] {
          "<x xmlns=\"urn:x\"/>",
          "<x xmlns=\"urn:x\">text</x>",
          "<x:y xmlns:x=\"urn:x\" x:z=\"1\"/>",
          "<x xmlns=\"urn:x\" s:mustUnderstand=\"0\"/>",
          "<x xmlns=\"urn:x\" s:mustUnderstand=\"false\"/>",
          "<CallContext xmlns=\"http://serviceplatformen.dk/xml/schemas/CallContext/1/\"><CallersServiceCallIdentifier>1</CallersServiceCallIdentifier></CallContext>"
        }) {
      row(
          "a header block " + block.substring(0, 14) + block.length(),
          m -> m.edited(x -> x.replace("<wsa:ReplyTo", block + "<wsa:ReplyTo")));
    }
    row("a sender, signed", m -> endpoint(m, "From"));
    row("where faults go, signed", m -> endpoint(m, "FaultTo"));
    row(
        "a sender elsewhere, signed",
        m ->
            endpoint(m.edited(x -> x), "From")
                .edited(
                    x ->
                        x.replaceFirst(
                            "(<wsa:From[^>]*><wsa:Address>)[^<]*", "$1https://caller.test/")));
    row(
        "a block of ours that is signed as well",
        m ->
            m.edited(
                    x -> x.replace("<wsa:ReplyTo", "<x xmlns=\"urn:x\" wsu:Id=\"x\"/><wsa:ReplyTo"))
                .alsoSigning("x"));
    row(
        "must be understood, in a word",
        m -> m.edited(x -> x.replace("s:mustUnderstand=\"1\"", "s:mustUnderstand=\"true\"")));
    row(
        "a message id in capitals",
        m ->
            m.messageId(
                "urn:uuid:" + UUID.randomUUID().toString().toUpperCase(java.util.Locale.ROOT)));
    row(
        "a message id that is an address",
        m -> m.messageId("http://caller.test/messages/" + UUID.randomUUID()));
  }

  private static RawMessage endpoint(RawMessage message, String header) {
    return message
        .edited(
            x ->
                x.replace(
                    "<wsa:ReplyTo",
                    "<wsa:%1$s wsu:Id=\"e\"><wsa:Address>%2$s/anonymous</wsa:Address></wsa:%1$s><wsa:ReplyTo"
                        .formatted(header, WSA)))
        .alsoSigning("e");
  }

  private void body() {
    row("a number in CDATA", m -> m.edited(x -> x.replace("6101901234", "<![CDATA[6101901234]]>")));
    row(
        "a number in two pieces of CDATA",
        m -> m.edited(x -> x.replace("6101901234", "<![CDATA[61019]]><![CDATA[01234]]>")));
    row(
        "a number with a character reference",
        m -> m.edited(x -> x.replace("6101901234", "&#54;10190123&#x34;")));
    row("a comment in a number", m -> m.edited(x -> x.replace("6101901234", "61019<!-- -->01234")));
    row("space in the body", m -> m.edited(x -> x.replaceAll("(?=<c:)", "\n ")));
    row(
        "another prefix in the body",
        m -> m.edited(x -> x.replaceAll("(</?|xmlns:)c(?=[:=])", "$1case")));
    row(
        "no prefix in the body",
        m -> m.edited(x -> x.replaceAll("(</?)c:", "$1").replace("xmlns:c=", "xmlns=")));
    row(
        "the prefix declared once more",
        m ->
            m.edited(
                x ->
                    x.replace(
                        "<c:caseEvent>",
                        "<c:caseEvent xmlns:c=\"http://borgermaaling.dk/contract/case-event/1\">")));
    row(
        "a prefix that nobody uses",
        m ->
            m.edited(x -> x.replace("<c:caseEvent>", "<c:caseEvent xmlns:unused=\"urn:unused\">")));
    row(
        "an attribute on the body",
        m -> m.edited(x -> x.replace("<s:Body ", "<s:Body xmlns:y=\"urn:y\" y:z=\"1\" ")));
  }

  private void document() {
    for (String start :
        new String[] {
          "<?xml version='1.0'?>",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
          "<?xml version=\"1.0\" encoding=\"Utf-8\" standalone=\"yes\"?>\r\n",
          "<?xml version='1.0' encoding='utf-8' standalone='no' ?>\n\n",
          "\uFEFF",
          "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        }) {
      tampered(
          "begins with " + start.strip().replace("\uFEFF", "a BOM ") + start.length(),
          x -> start + x);
    }
    tampered("ends with a line feed", x -> x + "\n");
    tampered("ends with white space", x -> x + " \r\n\t ");
    tampered(
        "space in tags",
        x -> x.replace("</s:Body>", "</s:Body >").replace("</s:Header>", "</s:Header\n>"));
    tampered("another quote", x -> x.replaceFirst("wsu:Id=\"body\"", "wsu:Id='body'"));
    tampered(
        "an empty element written out",
        x ->
            x.replaceFirst(
                "<CanonicalizationMethod Algorithm=\"([^\"]*)\"/>",
                "<CanonicalizationMethod Algorithm=\"$1\"></CanonicalizationMethod>"));
    tampered(
        "an attribute with a character reference",
        x -> x.replaceFirst("URI=\"#body\"", "URI=\"#b&#111;dy\""));
  }
}
