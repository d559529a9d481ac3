package dk.borgermaaling.gateway.edge.callers;

import dk.borgermaaling.gateway.edge.saml.TokenSettings;

/**
 * A service that REST offers to callers; every CDI bean of this type is served.
 *
 * @param path where its addresses start, below the root, as in {@code /rest/v1/case-events}
 * @param tokens what is asked of tokens for it
 */
public record ProtectedService(String path, TokenSettings tokens) {
  boolean owns(String requestPath) {
    return requestPath.equals(path) || requestPath.startsWith(path + "/");
  }
}
