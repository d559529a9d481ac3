/** {@code POST /fasit/events}: the certificate, the XML in and the receipts out. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.schultz.rest;
