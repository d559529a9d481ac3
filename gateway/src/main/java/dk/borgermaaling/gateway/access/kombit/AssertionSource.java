package dk.borgermaaling.gateway.access.kombit;

/** Where SAML assertions come from: KOMBIT's STS, in one of its variants. */
public interface AssertionSource {
  Assertion issue(TokenKey key) throws NoToken;
}
