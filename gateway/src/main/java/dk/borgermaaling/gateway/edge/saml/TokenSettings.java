package dk.borgermaaling.gateway.edge.saml;

/**
 * What is asked of tokens for one service.
 *
 * @param audience the entity id that they must be issued for; compared as text
 * @param limits their times
 */
public record TokenSettings(String audience, TokenLimits limits) {
  public TokenSettings {
    if (audience.isBlank()) {
      throw new IllegalArgumentException("the audience must not be empty");
    }
  }
}
