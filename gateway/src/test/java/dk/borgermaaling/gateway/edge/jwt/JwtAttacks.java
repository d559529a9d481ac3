package dk.borgermaaling.gateway.edge.jwt;

import dk.borgermaaling.gateway.edge.soap.Identity;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that must not be believed, by name, each with the reason that the log must have. */
public final class JwtAttacks {
  /** A token and why it is refused. */
  public record Attack(String token, String reason) {}

  private static final String SIGNATURE = "a JWT that no token service of ours has signed";
  private static final String ALGORITHM = "a JWT that is signed in another way than PS256";
  private static final String HEADER = "a JWT whose header has more than describes it";
  private static final String TYPE = "a JOSE object of another type than JWT";
  private static final String PARTS = "a JWT that has not three parts";
  private static final String LENGTH = "a JWT that is too long";
  private static final String BASE64 = "a JWT that is not base64url";
  private static final String SPELLING = "a JWT in another spelling than the canonical one";
  private static final String JSON = "a JWT whose part is not JSON as we read it";
  private static final String OBJECT = "a JWT whose part is no object";
  private static final String ISSUER = "a JWT of another issuer";
  private static final String AUDIENCE = "a JWT for another audience";
  private static final String EXPIRED = "a JWT that has expired";
  private static final String FUTURE = "a JWT from the future";
  private static final String LIFETIME = "a JWT that lives too long";
  private static final String HOLDER = "a JWT that is shown by another than its holder";
  private static final String VERSION = "a JWT of another version of the profile";
  private static final String CVR = "a JWT whose CVR is none";
  private static final String PRIVILEGES = "privileges in a JWT that cannot be read";

  private final Map<String, Attack> rows = new LinkedHashMap<>();
  private final Identity root;
  private final Identity sts;
  private final Identity holder;

  public JwtAttacks(Identity root, Identity sts, Identity holder) {
    this.root = root;
    this.sts = sts;
    this.holder = holder;
    shape();
    headers();
    signatures();
    json();
    names();
    times();
    binding();
    profile();
  }

  /** Name to attack. */
  public Map<String, Attack> rows() {
    return rows;
  }

  private void shape() {
    String good = jwt().signed(sts);
    String[] parts = good.split("\\.", -1);
    row("nothing", PARTS, "");
    row("one part", PARTS, parts[0]);
    row("two parts", PARTS, parts[0] + "." + parts[1]);
    row("four parts", PARTS, good + ".x");
    row("five parts, as encrypted", PARTS, "a.b.c.d.e");
    row("no header", JSON, "." + parts[1] + "." + parts[2]);
    row("no claims", JSON, parts[0] + ".." + parts[2]);
    row("no signature", SIGNATURE, parts[0] + "." + parts[1] + ".");
    row("padded signature", BASE64, good + "=");
    row("white space before it", BASE64, " " + good);
    row("white space behind it", BASE64, good + "\n");
    row("a line break within", BASE64, good.substring(0, 30) + "\r\n" + good.substring(30));
    row("base64 instead of base64url", BASE64, parts[0] + "+." + parts[1] + "." + parts[2]);
    row("a letter of another alphabet", BASE64, good.replaceFirst("e", "\u0435"));
    row("spare bits of the signature", SPELLING, spareBits(good));
    row("17 KB", LENGTH, good + "A".repeat(17_000));
    row("200,000 dots", LENGTH, ".".repeat(200_000));
  }

  private void headers() {
    row("alg none", ALGORITHM, unsigned("{\"alg\":\"none\"}"));
    row("alg None", ALGORITHM, unsigned("{\"alg\":\"None\"}"));
    row("no alg", "a JWT without alg as text", unsigned("{}"));
    row("alg as a list", "a JWT without alg as text", unsigned("{\"alg\":[\"PS256\"]}"));
    row("alg in lower case", ALGORITHM, header(h -> h.replace("PS256", "ps256")));
    row("alg with a blank", ALGORITHM, header(h -> h.replace("PS256", "PS256 ")));
    row("alg twice", JSON, header(h -> "{\"alg\":\"none\",\"alg\":\"PS256\"}"));
    row("alg twice, once escaped", JSON, with("\"\\u0061lg\":\"none\""));
    for (String member :
        new String[] {
          "\"crit\":[\"exp\"]", "\"crit\":[]", "\"jwk\":{}", "\"jku\":\"https://evil.test\"",
          "\"x5u\":\"https://evil.test\"", "\"b64\":false", "\"zip\":\"DEF\"",
              "\"enc\":\"A256GCM\"",
          "\"cty\":\"JWT\"", "\"x5c\":[]", "\"x5c\":[\"" + holder.certificateBase64() + "\"]"
        }) {
      row("header " + shortened(member), HEADER, with(member));
    }
    row("kid as an object", "a JWT without kid as text", header(h -> h.replace("\"sts\"", "{}")));
    row("typ of another object", TYPE, header(h -> h.replace("JWT", "dpop+jwt")));
    row("typ null", "a JWT without typ as text", header(h -> h.replace("\"JWT\"", "null")));
  }

  private void signatures() {
    String[] parts = jwt().signed(sts).split("\\.", -1);
    row("HS256 with the public key", ALGORITHM, hs256());
    row("RS256", ALGORITHM, jwt().header("{\"alg\":\"RS256\"}").signedAs("SHA256withRSA", sts));
    row("RS256 that says PS256", SIGNATURE, jwt().signedAs("SHA256withRSA", sts));
    row("PS512", ALGORITHM, jwt().header("{\"alg\":\"PS512\"}").signed(sts));
    row("PS256 with a salt of 20", SIGNATURE, jwt().signed(sts, 20));
    row("PS256 without salt", SIGNATURE, jwt().signed(sts, 0));
    row("signed by its holder", SIGNATURE, jwt().signed(holder));
    row("signed by the root", SIGNATURE, jwt().signed(root));
    row("signed by a stranger of the same name", SIGNATURE, jwt().signed(root.issue("STS")));
    row("signed by a key that has run out", SIGNATURE, jwt().signed(JwtVerifierTest.FORMER_STS));
    row(
        "signed by a trusted key of 1024 bits",
        "a key that is not RSA of 2048 bits or more",
        jwt().signed(JwtVerifierTest.WEAK_STS));
    String[] other = claims(c -> c.replace("\"jti\":\"1\"", "\"jti\":\"2\"")).split("\\.", -1);
    row("claims of another token", SIGNATURE, parts[0] + "." + other[1] + "." + parts[2]);
    row("a signature of zeros", SIGNATURE, parts[0] + "." + parts[1] + "." + "A".repeat(342));
    row(
        "half a signature",
        SIGNATURE,
        parts[0] + "." + parts[1] + "." + parts[2].substring(0, 172));
  }

  private void json() {
    row("header is a list", OBJECT, header(h -> "[]"));
    row("claims are a list", OBJECT, claims(c -> "[]"));
    row("claims are no JSON", JSON, claims(c -> "x"));
    row("claims and more", JSON, claims(c -> c + "{}"));
    row("claims with a byte order mark", JSON, claims(c -> "\uFEFF" + c));
    row("claims with a comment", JSON, claims(c -> "/* */" + c));
    row("a claim twice", JSON, claim("\"aud\":\"x\""));
    row("a claim twice, once escaped", JSON, claim("\"a\\u0075d\":\"x\""));
    row("deep claims", JSON, claim("\"x\":" + "[".repeat(90) + "]".repeat(90)));
    row("a number of 1,200 digits", JSON, claim("\"x\":" + "9".repeat(1_200)));
    row("a number beyond all exponents", JSON, claim("\"x\":1e99999999999"));
  }

  private void names() {
    row("issuer without its slash", ISSUER, claims(c -> c.replace("runtime/", "runtime")));
    row("issuer in capitals", ISSUER, claims(c -> c.replace("https://sts", "HTTPS://sts")));
    row("no issuer", "a JWT without iss as text", renamed("iss"));
    row("another audience", AUDIENCE, claims(c -> c.replace("case-event/1", "case-event/1/")));
    row("an audience that begins so", AUDIENCE, claims(c -> c.replace("event/1", "event/10")));
    row("audiences in a list", "a JWT without aud as text", value("aud", "[$1]"));
    row("no audience", "a JWT without aud as text", renamed("aud"));
  }

  private void times() {
    row("expired this second", EXPIRED, time("exp", 0));
    row("expired within the clock skew", EXPIRED, time("exp", -1));
    row("expired long ago", EXPIRED, time("exp", -100_000));
    row("lives two seconds more than eight hours", LIFETIME, time("exp", 28_742));
    row("lives for ever", LIFETIME, value("exp", "999999999999"));
    row("issued long before it holds", LIFETIME, time("iat", -28_800));
    row("issued beyond the clock skew", FUTURE, time("iat", 61));
    row("valid beyond the clock skew", FUTURE, time("nbf", 61));
    for (String name : new String[] {"exp", "nbf", "iat"}) {
      String reason = "a JWT without " + name + " as whole seconds";
      row("no " + name, reason, renamed(name));
      row(name + " as text", reason, value(name, "\"$1\""));
      row(name + " as a fraction", reason, value(name, "$1.5"));
      row(name + " with an empty fraction", reason, value(name, "$1.0"));
    }
    String reason = "a JWT without exp as whole seconds";
    row("exp as a power", reason, value("exp", "2e9"));
    row("exp that overflows", reason, value("exp", "18446744073709551616"));
    row("exp below zero", reason, value("exp", "-$1"));
    row("exp null", reason, value("exp", "null"));
  }

  private void binding() {
    row("bound to another", HOLDER, new TestJwt(root).signed(sts));
    row("not bound", HOLDER, renamed("cnf"));
    row(
        "bound by jkt",
        "a JWT without x5t#S256 as text",
        claims(c -> c.replace("x5t#S256", "jkt")));
    row("bound twice", HOLDER, claims(c -> c.replace("\"cnf\":{", "\"cnf\":{\"jkt\":\"x\",")));
    row("cnf as text", HOLDER, claims(c -> c.replaceFirst("\"cnf\":\\{[^}]*}", "\"cnf\":\"x\"")));
    row(
        "bound in padded base64url",
        HOLDER,
        claims(c -> c.replaceFirst("(S256\":\"[^\"]*)", "$1=")));
    row("bound to nothing", HOLDER, claims(c -> c.replaceFirst("S256\":\"[^\"]*", "S256\":\"")));
  }

  private void profile() {
    row("another version of the profile", VERSION, claims(c -> c.replace("\"1.0\"", "\"2.0\"")));
    row("no version of the profile", "a JWT without spec_ver as text", renamed("spec_ver"));
    row("no CVR", "a JWT without cvr as text", renamed("cvr"));
    row("a CVR of seven digits", CVR, value("cvr", "\"2918964\""));
    row(
        "a CVR in other digits",
        CVR,
        value("cvr", "\"\u0662\u0669\u0661\u0668\u0669\u0666\u0664\u0661\""));
    row("a CVR as a number", "a JWT without cvr as text", value("cvr", "29189641"));
    row("privileges as a list", "a JWT without priv as text", value("priv", "[]"));
    row("privileges that are no base64", PRIVILEGES, claims(c -> c.replace("@@PRIV@@", "#")));
    row("privileges that are XML", PRIVILEGES, priv(p -> "<PrivilegeList/>"));
    row("privileges with a group list twice", PRIVILEGES, priv(p -> twice(p)));
    row("privileges without groups", "a JWT without groups in its privileges", priv(p -> "{}"));
    row(
        "a group that is no object",
        "a group of privileges that is no object",
        priv(p -> "{\"privilegegroups\":[1]}"));
    row(
        "a group without scope",
        "a JWT without scope as text",
        priv(p -> p.replaceFirst(",\"scope\":\"[^\"]*\"", "")));
    row(
        "a group without privilege",
        "a JWT without privilege as text",
        priv(p -> p.replaceFirst("\"privilege\":\"[^\"]*\",", "")));
  }

  private void row(String name, String reason, String token) {
    if (rows.put(name, new Attack(token, reason)) != null) {
      throw new IllegalStateException("two rows have the name " + name);
    }
  }

  private TestJwt jwt() {
    return new TestJwt(holder);
  }

  private String header(UnaryOperator<String> edit) {
    return jwt().header(edit).signed(sts);
  }

  private String with(String member) {
    return header(h -> h.replace("{", "{" + member + ","));
  }

  private String claims(UnaryOperator<String> edit) {
    return jwt().claims(edit).signed(sts);
  }

  private String claim(String member) {
    return claims(c -> c.replace("{\"cvr\"", "{" + member + ",\"cvr\""));
  }

  private String renamed(String claim) {
    return claims(c -> c.replace("\"" + claim + "\":", "\"" + claim + "x\":"));
  }

  /** The claim with another value, in which $1 is what it had, without quotes. */
  private String value(String claim, String value) {
    String quoted = value.contains("[$1]") ? value.replace("$1", "\"$1\"") : value;
    return claims(
        c -> c.replaceFirst("\"" + claim + "\":\"?([^\",}]*)\"?", "\"" + claim + "\":" + quoted));
  }

  private String time(String claim, long fromNow) {
    return value(claim, String.valueOf(TestJwt.NOW + fromNow));
  }

  private String priv(UnaryOperator<String> edit) {
    return jwt().priv(edit).signed(sts);
  }

  private static String twice(String priv) {
    return priv.replaceFirst("\\{", "{\"privilegegroups\":[],");
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) : text;
  }

  /** The last of 342 characters has four bits that belong to no byte. */
  private static String spareBits(String good) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int last = alphabet.indexOf(good.charAt(good.length() - 1));
    return good.substring(0, good.length() - 1) + alphabet.charAt(last + 1);
  }

  private String unsigned(String header) {
    return jwt().header(header).payload() + ".";
  }

  private String hs256() {
    String payload = jwt().header("{\"alg\":\"HS256\"}").payload();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(sts.certificate().getPublicKey().getEncoded(), "HmacSHA256"));
      byte[] code = mac.doFinal(payload.getBytes(StandardCharsets.US_ASCII));
      return payload + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
