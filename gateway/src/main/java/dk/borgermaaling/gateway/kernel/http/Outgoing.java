package dk.borgermaaling.gateway.kernel.http;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Settings of calls to other systems, refused at start when they are nonsense: later they would
 * fail in a message that carries what it must not, a secret or a citizen's number. No text of this
 * class has a value in it.
 */
public final class Outgoing {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
  private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]+");

  private Outgoing() {}

  /**
   * An address that may be called: https with a host; http to this machine alone.
   *
   * @param setting name for the person who has to correct it
   */
  public static URI address(String setting, URI told) {
    boolean safe =
        "https".equalsIgnoreCase(told.getScheme())
            || ("http".equalsIgnoreCase(told.getScheme()) && isLoopback(told.getHost()));
    boolean bare =
        told.getRawUserInfo() == null
            && told.getRawQuery() == null
            && told.getRawFragment() == null;
    if (!safe || !bare || told.getHost() == null) {
      throw new IllegalArgumentException(
          setting
              + " must be an https address with a host (http on this machine alone), without user,"
              + " query and fragment");
    }
    return told;
  }

  /**
   * Whether a text can stand in a header: what cannot is quoted in the error of the HTTP client.
   */
  public static boolean isVisibleAscii(String text) {
    return VISIBLE_ASCII.matcher(text).matches();
  }

  /** A secret that can stand in a header. */
  public static String secret(String setting, String told) {
    if (!isVisibleAscii(told)) {
      throw new IllegalArgumentException(
          setting + " must consist of visible ASCII characters, without blanks");
    }
    return told;
  }

  private static boolean isLoopback(@Nullable String host) {
    return host != null && LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }
}
