/**
 * Decisions ({@code intake.decision}) and projected courses ({@code contact.citizen_course}) as
 * rows.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.selection.jpa;
