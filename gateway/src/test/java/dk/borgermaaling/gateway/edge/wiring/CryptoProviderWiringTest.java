package dk.borgermaaling.gateway.edge.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.borgermaaling.gateway.edge.wiring.CryptoProviderWiring.Choice;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Installs nothing: other tests keep the JDK's providers. */
class CryptoProviderWiringTest {
  private static final byte[] TEXT = "sign me".getBytes(StandardCharsets.UTF_8);

  private Provider[] before = new Provider[0];

  @BeforeEach
  void remember() {
    before = Security.getProviders();
  }

  @AfterEach
  void nothing_is_installed() {
    assertThat(Security.getProviders()).containsExactly(before);
  }

  @Test
  void the_jdk_stays_unless_another_is_asked_for() {
    assertThat(
            CryptoProviderWiring.chosen(
                Choice.JDK,
                () -> {
                  throw new AssertionError("not asked for");
                }))
        .isEmpty();
  }

  @Test
  void the_jdk_stays_when_the_other_is_not_in_the_deployable() {
    assertThat(
            CryptoProviderWiring.chosen(
                Choice.CORRETTO,
                () -> {
                  throw new NoClassDefFoundError("AmazonCorrettoCryptoProvider");
                }))
        .isEmpty();
  }

  @Test
  void the_jdk_stays_when_the_other_does_not_work_here() {
    assertThat(
            CryptoProviderWiring.chosen(
                Choice.CORRETTO,
                () -> {
                  throw new IllegalStateException("its self-tests do not pass");
                }))
        .isEmpty();
  }

  @Test
  void corretto_is_chosen_when_it_works() {
    assertThat(
            CryptoProviderWiring.chosen(Choice.CORRETTO, CryptoProviderWiringTest::correttoOfHere))
        .map(Provider::getName)
        .contains("AmazonCorrettoCryptoProvider");
  }

  /** All that callers or we sign with: RFC 9421, KOMBIT's JWT, SAML and SOAP. */
  @ParameterizedTest
  @CsvSource({
    "RSASSA-PSS, SHA-256",
    "RSASSA-PSS, SHA-512",
    "SHA256withRSA,",
    "SHA512withRSA,",
    "SHA256withECDSA,",
    "SHA256withECDSAinP1363Format,",
    "Ed25519,"
  })
  void what_one_signs_the_other_verifies(String algorithm, @Nullable String pss)
      throws GeneralSecurityException {
    Provider corretto = correttoOfHere();
    KeyPair key = key(algorithm);
    Provider jdk = Signature.getInstance(algorithm).getProvider();
    for (Provider signer : new Provider[] {corretto, jdk}) {
      Provider verifier = signer.equals(jdk) ? corretto : jdk;
      Signature signing = signature(algorithm, signer, pss);
      signing.initSign(key.getPrivate());
      signing.update(TEXT);
      byte[] value = signing.sign();
      assertThat(isVerified(signature(algorithm, verifier, pss), key, value))
          .as("signed by %s", signer)
          .isTrue();
      assertThat(isVerified(signature(algorithm, verifier, pss), key, changed(value)))
          .as("signed by %s and changed", signer)
          .isFalse();
    }
  }

  /** Which keys are allowed is decided by these interfaces. */
  @Test
  void its_keys_are_of_the_kinds_that_we_ask_for() throws GeneralSecurityException {
    assertThat(itsOwn("RSA", key("SHA256withRSA"))).isInstanceOf(RSAPublicKey.class);
    assertThat(itsOwn("EC", key("SHA256withECDSA"))).isInstanceOf(ECPublicKey.class);
    assertThat(correttoOfHere().getService("KeyFactory", "Ed25519")).isNull();
    assertThat(correttoOfHere().getService("KeyFactory", "EdDSA")).isNull();
  }

  private static PublicKey itsOwn(String kind, KeyPair key) throws GeneralSecurityException {
    return KeyFactory.getInstance(kind, correttoOfHere())
        .generatePublic(new X509EncodedKeySpec(key.getPublic().getEncoded()));
  }

  private static Provider correttoOfHere() {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "its native code is Linux's, for x86-64");
    return CryptoProviderWiring.corretto();
  }

  private static boolean isVerified(Signature signature, KeyPair key, byte[] value)
      throws GeneralSecurityException {
    signature.initVerify(key.getPublic());
    signature.update(TEXT);
    try {
      return signature.verify(value);
    } catch (SignatureException e) {
      return false;
    }
  }

  private static byte[] changed(byte[] value) {
    byte[] changed = value.clone();
    changed[changed.length - 1] ^= 1;
    return changed;
  }

  private static Signature signature(String algorithm, Provider provider, @Nullable String pss)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm, provider);
    if (pss != null) {
      signature.setParameter(pss(pss));
    }
    return signature;
  }

  private static AlgorithmParameterSpec pss(String digest) {
    return new PSSParameterSpec(
        digest, "MGF1", new MGF1ParameterSpec(digest), digest.equals("SHA-256") ? 32 : 64, 1);
  }

  private static KeyPair key(String algorithm) throws GeneralSecurityException {
    if (algorithm.contains("RSA")) {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    }
    if (algorithm.contains("ECDSA")) {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    }
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }
}
