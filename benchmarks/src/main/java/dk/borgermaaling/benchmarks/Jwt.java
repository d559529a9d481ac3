package dk.borgermaaling.benchmarks;

import dk.borgermaaling.simulators.caller.CallerSettings;
import dk.borgermaaling.simulators.certificates.KeyFile;
import dk.borgermaaling.simulators.sts.Registry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A token as KOMBIT's token service writes it, signed with the key of the simulated one. */
final class Jwt {
  private static final String PARTY = "portal";

  /** As the launcher of the system sets it: the simulated token service issues no JWTs itself. */
  private static final String ISSUER = "https://sts.test/runtime/";

  private Jwt() {}

  static RestWay way(RunningSystem system) {
    KeyFile sts = system.around().key("sts");
    String holder = Pss.thumbprint(system.around().key(PARTY).certificate());
    String what =
        encoded("{\"alg\":\"PS256\",\"kid\":\"sts\",\"x5t\":\"c3Rz\",\"typ\":\"JWT\"}")
            + '.'
            + encoded(claims(holder, system.caller().cvr(), Instant.now().getEpochSecond()));
    return RestWay.ofToken(
        system, PARTY, "Bearer " + what + '.' + Pss.url(Pss.sign(sts, "SHA-256", what)));
  }

  private static String claims(String holder, String cvr, long now) {
    String privileges =
        """
        {"privilegegroups":[{"privilege":"%s","scope":"urn:dk:gov:saml:cvrNumberIdentifier:%s",\
        "constraints":[]}]}"""
            .formatted(Registry.REGISTER_CASE_EVENTS, cvr);
    return """
    {"cvr":"%s","spec_ver":"1.0","priv":"%s","jti":"1","sub":"urn:caller",\
    "cnf":{"x5t#S256":"%s"},"nbf":%d,"exp":%d,"iat":%d,"iss":"%s","aud":"%s"}"""
        .formatted(
            cvr,
            Pss.base64(privileges.getBytes(StandardCharsets.UTF_8)),
            holder,
            now - 5,
            now + 3_600,
            now - 5,
            ISSUER,
            CallerSettings.AUDIENCE);
  }

  private static String encoded(String json) {
    return Pss.url(json.getBytes(StandardCharsets.UTF_8));
  }
}
