/**
 * Sends each step of an invitation once, as Digital Post (SF1601, MeMo 1.2), and follows it by
 * receipts until its end. The identifiers of a message are committed before it leaves; an outcome
 * that nobody knows is never repeated: the planned reminder is the second try. States and their
 * transitions: docs/notification-states.md.
 *
 * <p>Who has answered is known to the sending code alone: {@code NOT_NEEDED} and the reminders of a
 * person appear in no page, interface or log.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.notification;
