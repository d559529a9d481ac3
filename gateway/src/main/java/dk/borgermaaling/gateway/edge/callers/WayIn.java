package dk.borgermaaling.gateway.edge.callers;

/** How a caller of REST proves who it is; each configured caller has one. */
public enum WayIn {
  /**
   * OIO IDWS REST: an access token of ours, for which a SAML token was exchanged, over mutual TLS.
   */
  ACCESS_TOKEN,

  /** A JWT of KOMBIT's token service, bound to the certificate of mutual TLS. */
  JWT,

  /** HTTP Message Signatures (RFC 9421) on request and response; no token, no mutual TLS. */
  SIGNATURE
}
