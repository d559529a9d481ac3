package dk.borgermaaling.gateway.edge.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 255, 256, 65_535, 65_536, 200_000})
  void writes_the_lengths_that_others_write(int length) throws IOException, Unusable {
    byte[] content = new byte[length];
    byte[] written = Der.write(Der.OCTET_STRING, content);
    assertThat(written).isEqualTo(new DEROctetString(content).getEncoded());
    assertThat(Der.read(written).value()).isEqualTo(content);
    assertThat(ASN1Primitive.fromByteArray(written)).isEqualTo(new DEROctetString(content));
  }

  @Test
  void reads_what_is_inside() throws Unusable {
    Der sequence = Der.read(HexFormat.of().parseHex("300702010504020a0b"));
    assertThat(sequence.children()).hasSize(2);
    assertThat(sequence.child(0).as(Der.INTEGER).value()).containsExactly(5);
    assertThat(sequence.child(1).encoded()).containsExactly(4, 2, 10, 11);
    assertThatThrownBy(() -> sequence.child(2)).isInstanceOf(Unusable.class);
    assertThatThrownBy(() -> sequence.child(0).as(Der.BOOLEAN)).isInstanceOf(Unusable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "30",
        "3001",
        "30020101ff",
        "3080",
        "308500000000010a",
        "30840fffffff00",
        "3f2a00",
        "0480",
        "048400000005aa",
        "3084ffffffff"
      })
  void what_is_not_der_is_refused(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThatThrownBy(() -> Der.read(bytes)).isInstanceOf(Unusable.class);
  }

  @Test
  void a_child_does_not_reach_beyond_its_parent() throws Unusable {
    Der parent = Der.read(HexFormat.of().parseHex("3003040501"));
    assertThatThrownBy(parent::children).isInstanceOf(Unusable.class);
  }
}
