/**
 * What all edges share: how a {@link dk.borgermaaling.gateway.kernel.Problem} looks from outside
 * and what the log keeps of it, key stores, the certificate of a mutual TLS caller. Below it:
 * {@code rest} and {@code web} (RFC 9457, headers, caps), {@code soap} (OIO IDWS in), {@code trust}
 * (whose tokens and certificates count, also while they change), {@code replay} (a message counts
 * once, also after a restart and on another node).
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.edge;
