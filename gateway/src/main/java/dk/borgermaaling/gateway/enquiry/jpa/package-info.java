/** Opt-outs as rows of {@code contact.opt_out}, and what may be read of invitations. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.enquiry.jpa;
