package dk.borgermaaling.schultz.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PeerCertificateTest {
  @Test
  void a_request_without_a_chain_has_no_certificate() {
    assertThat(PeerCertificate.OF_THE_CONTAINER.of(request(null))).isEmpty();
    assertThat(PeerCertificate.OF_THE_CONTAINER.of(request(new X509Certificate[0]))).isEmpty();
    assertThat(PeerCertificate.OF_THE_CONTAINER.of(request("forged"))).isEmpty();
  }

  private static HttpServletRequest request(@Nullable Object attribute) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            HttpServletRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                method.getName().equals("getAttribute") ? attribute : null);
  }
}
