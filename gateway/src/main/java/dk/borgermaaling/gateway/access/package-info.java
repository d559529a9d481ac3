/**
 * Who may do what. Systems: tokens that we ask KOMBIT for and tokens that we are shown. Staff:
 * accounts, log-in with a lock-out, sessions. Citizens have no account.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.access;
