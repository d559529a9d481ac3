/** Where Beskedfordeler pushes receipts (SF1461, BeskedFaaTilsendt) over mutual TLS. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.notification.rest;
