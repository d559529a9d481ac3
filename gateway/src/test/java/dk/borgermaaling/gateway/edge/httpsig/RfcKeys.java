package dk.borgermaaling.gateway.edge.httpsig;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;

/**
 * Numbers that RFC 9421, appendix B.1, publishes for tests, in the base64url of its JWKs. Private
 * halves are here only where an algorithm signs the same text to the same bytes every time.
 */
final class RfcKeys {
  private static final String RSA_MODULUS =
      "hAKYdtoeoy8zcAcR874L8cnZxKzAGwd7v36APp7Pv6Q2jdsPBRrwWEBnez6d0UDKDwGbc6nxfEXAy5mbhgajzrw3"
          + "MOEt8uA5txSKobBpKDeBLOsdJKFqMGmXCQvEG7YemcxDTRPxAleIAgYYRjTSd_QBwVW9OwNFhekro3RtlinV"
          + "0a75jfZgkne_YiktSvLG34lw2zqXBDTC5NHROUqGTlML4PlNZS5Ri2U4aCNx2rUPRcKIlE0PuKxI4T-HIaFp"
          + "v8-rdV6eUgOrB2xeI1dSFFn_nnv5OoZJEIB-VmuKn3DCUcCZSFlQPSXSfBDiUGhwOw76WuSSsf1D4b_vLoJ1"
          + "0w";
  private static final String RSA_EXPONENT_OF_SIGNER =
      "b8lm5JZ2hUduLnq-OAKCSODeWQ7Uqs7eet2bqeuAD0_2po-PG4qhZoo7VwFCUTWlJan9wqdxiAPlbEQKkCdFRcba"
          + "kbjN2TMJjMCHWL5zfgvqhmgeyKsrqg1wSce97J1_Mkvn3fh6CbqnwNb6bVFDvTJS3i5FzRhKiv6rUsYm8ZAd"
          + "F4XRaYkFkeuHPl7rc-ruUTSAjC4GovxIxoDJFe0r4kbFmkiZOr40e8RZYK7T1IKrSvzfxx5AjnlK_OZOTCq0"
          + "L7wBPbMW-IxmQpFCjpI-yuoi3FlZG3LaLNrBMXQF_lLZUDHs77q3fAGxDWwum2hKBfdBuUQtjlqwjQlgXPss"
          + "kQ";
  private static final String RSA_PSS_MODULUS =
      "r4tmm3r20Wd_PbqvP1s2-QEtvpuRaV8Yq40gjUR8y2Rjxa6dpG2GXHbPfvMs8ct-Lh1GH45x28Rw3Ry53mm-oAXj"
          + "yQ86OnDkZ5N8lYbggD4O3w6M6pAvLkhk95AndTrifbIFPNU8PPMO7OyrFAHqgDsznjPFmTOtCEcN2Z1FpWgc"
          + "hwuYLPL-Wokqltd11nqqzi-bJ9cvSKADYdUAAN5WUtzdpiy6LbTgSxP7ociU4Tn0g5I6aDZJ7A8Lzo0KSyZY"
          + "oA485mqcO0GVAdVw9lq4aOT9v6d-nb4bnNkQVklLQ3fVAvJm-xdDOp9LCNCN48V2pnDOkFV6-U9nV5oyc6XI"
          + "2w";

  static final VerificationKey RSA =
      verifies(SignatureAlgorithm.RSA_V1_5_SHA256, rsaPublic(RSA_MODULUS));
  static final SigningKey RSA_SIGNER =
      signs(
          "test-key-rsa",
          SignatureAlgorithm.RSA_V1_5_SHA256,
          make(
              "RSA",
              f ->
                  f.generatePrivate(
                      new RSAPrivateKeySpec(number(RSA_MODULUS), number(RSA_EXPONENT_OF_SIGNER)))));
  static final VerificationKey RSA_PSS =
      verifies(SignatureAlgorithm.RSA_PSS_SHA512, rsaPublic(RSA_PSS_MODULUS));
  static final VerificationKey ECC_P256 =
      verifies(
          SignatureAlgorithm.ECDSA_P256_SHA256,
          make(
              "EC",
              f ->
                  f.generatePublic(
                      new ECPublicKeySpec(
                          new ECPoint(
                              number("qIVYZVLCrPZHGHjP17CTW0_-D9Lfw0EkjqF7xB4FivA"),
                              number("Mc4nN9LTDOBhfoUeg8Ye9WedFRhnZXZJA12Qp0zZ6F0")),
                          p256()))));
  static final VerificationKey ED25519 =
      verifies(
          SignatureAlgorithm.ED25519,
          make(
              "Ed25519",
              f ->
                  f.generatePublic(
                      new X509EncodedKeySpec(
                          joined(
                              HexFormat.of().parseHex("302a300506032b6570032100"),
                              bytes("JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs"))))));
  static final SigningKey ED25519_SIGNER =
      signs(
          "test-key-ed25519",
          SignatureAlgorithm.ED25519,
          make(
              "Ed25519",
              f ->
                  f.generatePrivate(
                      new EdECPrivateKeySpec(
                          NamedParameterSpec.ED25519,
                          bytes("n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU")))));
  private static final Key SHARED =
      new SecretKeySpec(
          Base64.getDecoder()
              .decode(
                  "uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsa"
                      + "sjlTMtDQ=="),
          "HmacSHA256");
  static final VerificationKey HMAC = verifies(SignatureAlgorithm.HMAC_SHA256, SHARED);
  static final SigningKey HMAC_SIGNER =
      signs("test-shared-secret", SignatureAlgorithm.HMAC_SHA256, SHARED);

  private RfcKeys() {}

  private interface Maker {
    Key make(KeyFactory factory) throws GeneralSecurityException;
  }

  private static VerificationKey verifies(SignatureAlgorithm algorithm, Key key) {
    return new VerificationKey(algorithm, key);
  }

  private static SigningKey signs(String keyId, SignatureAlgorithm algorithm, Key key) {
    return new SigningKey(keyId, algorithm, key);
  }

  private static Key rsaPublic(String modulus) {
    return make(
        "RSA",
        f -> f.generatePublic(new RSAPublicKeySpec(number(modulus), BigInteger.valueOf(65_537))));
  }

  private static Key make(String algorithm, Maker maker) {
    try {
      return maker.make(KeyFactory.getInstance(algorithm));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECParameterSpec p256() throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    return curve.getParameterSpec(ECParameterSpec.class);
  }

  private static BigInteger number(String base64url) {
    return new BigInteger(1, bytes(base64url));
  }

  private static byte[] bytes(String base64url) {
    return Base64.getUrlDecoder().decode(base64url);
  }

  private static byte[] joined(byte[] first, byte[] then) {
    byte[] both = new byte[first.length + then.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(then, 0, both, first.length, then.length);
    return both;
  }
}
