package dk.borgermaaling.gateway.edge.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.soap.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerKeyTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, address 192.0.2.1",
    "2001:db8:1:2:3:4:5:6, address 2001:db8:1:2:0:0:0:0/64",
    "2001:db8:1:2::, address 2001:db8:1:2:0:0:0:0/64",
    "2001:DB8:1:2:ffff:ffff:ffff:ffff, address 2001:db8:1:2:0:0:0:0/64",
    "2001:db8:1:3::1, address 2001:db8:1:3:0:0:0:0/64",
    "::1, address 0:0:0:0:0:0:0:0/64",
    "fe80::1%eth0, address fe80:0:0:0:0:0:0:0/64",
    "::ffff:192.0.2.1, address 192.0.2.1",
    "::ffff:c000:201, address 192.0.2.1",
    "a:b, address unknown",
    "example.test, address example.test",
    "unknown, address unknown"
  })
  void an_address_is_counted_with_its_network(String address, String key) {
    assertThat(CallerKey.address(address)).hasToString(key);
  }

  @Test
  void a_certificate_is_its_own_key_wherever_it_comes_from() {
    Identity client = Identity.authority("client");
    CallerKey key = CallerKey.of(Requests.from("198.51.100.7", client, "GET", "/rest/v1/x"));
    assertThat(key).isEqualTo(CallerKey.of(Requests.from(client)));
    assertThat(key).hasToString("certificate " + Thumbprint.of(client.certificate()));
  }

  @Test
  void a_request_whose_address_the_server_does_not_know_has_a_key_too() {
    assertThat(CallerKey.of(Requests.from(null, null, "GET", "/rest"))).hasToString("address null");
  }
}
