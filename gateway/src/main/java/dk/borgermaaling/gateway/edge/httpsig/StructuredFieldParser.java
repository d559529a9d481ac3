package dk.borgermaaling.gateway.edge.httpsig;

import dk.borgermaaling.gateway.edge.Refusal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one dictionary as RFC 9651, section 4.2, says, and stricter: the same key twice, base64
 * that has another spelling and decimals are refused, and everything has an upper bound. Reads
 * forward only, each character at most twice.
 */
final class StructuredFieldParser {
  private static final int MAX_LENGTH = 16 * 1024;
  private static final int MAX_MEMBERS = 32;
  private static final int MAX_ITEMS = 64;
  private static final int MAX_PARAMETERS = 16;
  private static final int MAX_KEY = 64;
  private static final int MAX_STRING = 1024;
  private static final int MAX_DIGITS = 15;
  private final String text;
  private int at;

  StructuredFieldParser(String text) {
    if (text.length() > MAX_LENGTH) {
      throw refused("too long");
    }
    this.text = text;
  }

  Dictionary dictionary() {
    Map<String, Member> members = new LinkedHashMap<>();
    skipSpaces();
    while (!atEnd()) {
      String key = key();
      Member member = take('=') ? member() : new Member.Item(BareItem.TRUE, parameters());
      if (members.put(key, member) != null) {
        throw refused("a key twice");
      }
      if (members.size() > MAX_MEMBERS) {
        throw refused("too many members");
      }
      if (!nextMember()) {
        return new Dictionary(members);
      }
    }
    return new Dictionary(members);
  }

  /** Whether a comma and a further member follow. */
  private boolean nextMember() {
    skipOptionalWhitespace();
    if (atEnd()) {
      return false;
    }
    expect(',');
    skipOptionalWhitespace();
    if (atEnd()) {
      throw refused("a comma at the end");
    }
    return true;
  }

  private Member member() {
    return !atEnd() && text.charAt(at) == '(' ? innerList() : item();
  }

  private Member.InnerList innerList() {
    expect('(');
    List<Member.Item> items = new ArrayList<>();
    skipSpaces();
    while (!take(')')) {
      items.add(item());
      if (items.size() > MAX_ITEMS) {
        throw refused("too many items");
      }
      if (atEnd() || (text.charAt(at) != ' ' && text.charAt(at) != ')')) {
        throw refused("items that are not apart");
      }
      skipSpaces();
    }
    return new Member.InnerList(items, parameters());
  }

  private Member.Item item() {
    BareItem value = bareItem();
    return new Member.Item(value, parameters());
  }

  private Parameters parameters() {
    Map<String, BareItem> values = new LinkedHashMap<>();
    while (take(';')) {
      skipSpaces();
      String name = key();
      if (values.put(name, take('=') ? bareItem() : BareItem.TRUE) != null) {
        throw refused("a parameter twice");
      }
      if (values.size() > MAX_PARAMETERS) {
        throw refused("too many parameters");
      }
    }
    return new Parameters(values);
  }

  private BareItem bareItem() {
    char first = peek();
    if (first == '"') {
      return string();
    }
    if (first == ':') {
      return bytes();
    }
    if (first == '?') {
      return flag();
    }
    if (first == '-' || isDigit(first)) {
      return whole();
    }
    if (first == '*' || isLetter(first)) {
      return token();
    }
    throw refused("an unknown type of value");
  }

  private BareItem.Whole whole() {
    boolean negative = take('-');
    int from = at;
    while (!atEnd() && isDigit(text.charAt(at))) {
      at++;
    }
    if (at == from || at - from > MAX_DIGITS) {
      throw refused("an integer");
    }
    long value = Long.parseLong(text.substring(from, at));
    return new BareItem.Whole(negative ? -value : value);
  }

  private BareItem.Text string() {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (!take('"')) {
      char c = next();
      if (c == '\\') {
        c = next();
        if (c != '"' && c != '\\') {
          throw refused("an escape");
        }
      } else if (c < 0x20 || c > 0x7e) {
        throw refused("a character in a string");
      }
      value.append(c);
      if (value.length() > MAX_STRING) {
        throw refused("a string that is too long");
      }
    }
    return new BareItem.Text(value.toString());
  }

  private BareItem.Token token() {
    int from = at++;
    while (!atEnd() && isTokenCharacter(text.charAt(at))) {
      at++;
    }
    return new BareItem.Token(text.substring(from, at));
  }

  private BareItem.Bytes bytes() {
    expect(':');
    int end = text.indexOf(':', at);
    if (end < 0) {
      throw refused("a byte sequence without an end");
    }
    String base64 = text.substring(at, end);
    at = end + 1;
    try {
      if (BareItem.Bytes.of(Base64.getDecoder().decode(base64)).base64().equals(base64)) {
        return new BareItem.Bytes(base64);
      }
    } catch (IllegalArgumentException e) {
      throw refused("a byte sequence that is not base64");
    }
    throw refused("a second spelling of base64");
  }

  private BareItem.Flag flag() {
    expect('?');
    return switch (next()) {
      case '0' -> new BareItem.Flag(false);
      case '1' -> new BareItem.Flag(true);
      default -> throw refused("a boolean");
    };
  }

  private String key() {
    int from = at;
    char first = next();
    if (first != '*' && !isLowerCase(first)) {
      throw refused("a key");
    }
    while (!atEnd() && isKeyCharacter(text.charAt(at))) {
      at++;
    }
    if (at - from > MAX_KEY) {
      throw refused("a key that is too long");
    }
    return text.substring(from, at);
  }

  private void skipSpaces() {
    while (!atEnd() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private void skipOptionalWhitespace() {
    while (!atEnd() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private boolean atEnd() {
    return at == text.length();
  }

  private char peek() {
    if (atEnd()) {
      throw refused("an early end");
    }
    return text.charAt(at);
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private boolean take(char wanted) {
    if (!atEnd() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char wanted) {
    if (!take(wanted)) {
      throw refused("an unexpected character");
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLowerCase(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isLetter(char c) {
    return isLowerCase(c) || (c >= 'A' && c <= 'Z');
  }

  private static boolean isKeyCharacter(char c) {
    return isLowerCase(c) || isDigit(c) || "_-.*".indexOf(c) >= 0;
  }

  private static boolean isTokenCharacter(char c) {
    return isLetter(c) || isDigit(c) || "!#$%&'*+-.^_`|~:/".indexOf(c) >= 0;
  }

  private static RuntimeException refused(String what) {
    return Refusal.notTrusted("structured field: " + what);
  }
}
