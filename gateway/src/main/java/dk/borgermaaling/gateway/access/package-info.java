/**
 * Who of the staff may see what: accounts, log-in with a lock-out, sessions. Citizens have no
 * account, and systems come with certificates and tokens; neither meets this.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.access;
