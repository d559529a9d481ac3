/** What tests of all features share: one PostgreSQL for a JVM, transactions, settable clocks. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.testing;
