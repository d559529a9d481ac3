/**
 * The words of invitations, reminders and text messages (beskedtekster): templates that two people
 * take into use, checked before that and again before anything leaves. What must be said (GDPR
 * articles 13 and 14: controller, purpose, that it is voluntary, who sees what, how to decline,
 * whom to ask) stands in blocks that a template places and cannot reword (docs/message-texts.md).
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.message;
