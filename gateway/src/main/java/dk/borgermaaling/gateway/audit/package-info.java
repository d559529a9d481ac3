/**
 * Who of the staff did and saw what, and when: notes that are added and never changed, with a user
 * name of ours and no other personal data.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.audit;
