/** The tenants' tables of target groups in {@code ops}. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.schultz.jpa;
