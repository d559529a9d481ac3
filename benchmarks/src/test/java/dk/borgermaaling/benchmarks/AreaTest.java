package dk.borgermaaling.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AreaTest {
  @Test
  void the_first_class_that_is_known_counts() {
    assertThat(
            Area.of(
                List.of(
                    "java.util.HashMap",
                    "org.apache.xml.security.c14n.Canonicalizer",
                    "dk.borgermaaling.gateway.Any")))
        .isEqualTo(Area.XML);
    assertThat(Area.of(List.of("java.lang.String", "dk.borgermaaling.gateway.Any")))
        .isEqualTo(Area.OURS);
  }

  @Test
  void what_tls_encrypts_is_not_a_signature() {
    assertThat(
            Area.of(
                List.of(
                    "com.sun.crypto.provider.GHASH",
                    "javax.crypto.Cipher",
                    "sun.security.ssl.SSLCipher",
                    "org.apache.wss4j.Any")))
        .isEqualTo(Area.TLS);
    assertThat(
            Area.of(
                List.of(
                    "java.math.BigInteger", "sun.security.rsa.RSACore", "org.apache.wss4j.Any")))
        .isEqualTo(Area.CRYPTO);
    assertThat(Area.of(List.of("java.math.BigInteger"))).isEqualTo(Area.CRYPTO);
  }

  @Test
  void what_nobody_knows_is_other() {
    assertThat(
            Area.of(
                List.of(
                    "java.util.HashMap", "com.ibm.ws.http.Any", "dk.borgermaaling.gateway.Any")))
        .isEqualTo(Area.OTHER);
    assertThat(Area.of(List.of())).isEqualTo(Area.OTHER);
  }
}
