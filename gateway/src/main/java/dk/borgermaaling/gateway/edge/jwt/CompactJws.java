package dk.borgermaaling.gateway.edge.jwt;

import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.json.StrictJson;
import dk.borgermaaling.gateway.kernel.ProblemException;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A signed token in three parts (RFC 7515, compact). Each part is the one canonical base64url of
 * its bytes: two spellings of one token would be two tokens to whoever remembers them.
 *
 * @param signed what the signature is over, ASCII
 */
@SuppressWarnings("ArrayRecordComponent") // lives within one verification
record CompactJws(JsonObject header, JsonObject claims, byte[] signed, byte[] signature) {
  /** KOMBIT's tokens have 2 to 3 KB; a list of privileges for one authority does not grow long. */
  private static final int LONGEST = 16 * 1024;

  static CompactJws read(String token) {
    if (token.length() > LONGEST) {
      throw Refusal.notTrusted("a JWT that is too long");
    }
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      throw Refusal.notTrusted("a JWT that has not three parts");
    }
    byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
    return new CompactJws(json(parts[0]), json(parts[1]), signed, bytes(parts[2]));
  }

  private static JsonObject json(String part) {
    byte[] utf8 = bytes(part);
    try {
      if (StrictJson.read(utf8) instanceof JsonObject object) {
        return object;
      }
    } catch (ProblemException e) {
      throw Refusal.notTrusted("a JWT whose part is not JSON as we read it");
    }
    throw Refusal.notTrusted("a JWT whose part is no object");
  }

  private static byte[] bytes(String part) {
    try {
      byte[] decoded = Base64.getUrlDecoder().decode(part);
      if (Base64.getUrlEncoder().withoutPadding().encodeToString(decoded).equals(part)) {
        return decoded;
      }
    } catch (IllegalArgumentException e) {
      throw Refusal.notTrusted("a JWT that is not base64url");
    }
    throw Refusal.notTrusted("a JWT in another spelling than the canonical one");
  }
}
