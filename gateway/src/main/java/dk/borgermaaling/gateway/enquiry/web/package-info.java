/** The page on which a municipality's employees tell that a citizen is not to be asked. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.enquiry.web;
