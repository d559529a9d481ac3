/** How notifications and receipts are kept: one aggregate as a JPA row, everything else as SQL. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.notification.jpa;
