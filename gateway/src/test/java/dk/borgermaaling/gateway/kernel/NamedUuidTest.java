package dk.borgermaaling.gateway.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NamedUuidTest {
  private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

  @Test
  void version_5_agrees_with_the_vector_of_rfc_9562() {
    assertThat(NamedUuid.version5(DNS, "www.example.com"))
        .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
  }

  @Test
  void another_name_or_namespace_gives_another_id_of_version_5() {
    UUID one = NamedUuid.version5(DNS, "a");
    assertThat(one.version()).isEqualTo(5);
    assertThat(one.variant()).isEqualTo(2);
    assertThat(one)
        .isNotEqualTo(NamedUuid.version5(DNS, "b"))
        .isNotEqualTo(NamedUuid.version5(one, "a"));
  }
}
