/**
 * The citizens' mailboxes: what has arrived, as pages for people and as JSON for tests. No CPR
 * number is shown in full or stands in an address.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.simulators.mailbox;
