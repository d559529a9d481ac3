/** Events as rows of {@code intake.case_event}. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.caseevent.jpa;
