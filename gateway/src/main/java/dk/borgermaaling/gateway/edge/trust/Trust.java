package dk.borgermaaling.gateway.edge.trust;

/** Whom the signed edge trusts and with what it answers, shared by all its services. */
public record Trust(TokenServices tokenServices, SigningKeys signingKeys, Revocation revocation) {}
