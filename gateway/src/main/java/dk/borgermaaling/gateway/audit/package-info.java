/**
 * Who of the staff did and saw what, and when: notes that are added and never changed, with a user
 * name of ours and, where one citizen's case was opened or changed, our own id of that citizen: it
 * must be possible to answer who has seen a case (GDPR article 5(2) and 32). No other personal
 * data.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.audit;
