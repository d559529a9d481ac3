package dk.borgermaaling.gateway.edge.jwt;

import dk.borgermaaling.gateway.edge.saml.TokenSettings;

/**
 * What is asked of a JWT.
 *
 * @param issuer of the token service; compared as text, the slash at its end included
 * @param tokens audience and times, as of SAML tokens for the same service
 */
public record JwtSettings(String issuer, TokenSettings tokens) {
  public JwtSettings {
    if (issuer.isBlank()) {
      throw new IllegalArgumentException("the issuer of JWTs must not be empty");
    }
  }
}
