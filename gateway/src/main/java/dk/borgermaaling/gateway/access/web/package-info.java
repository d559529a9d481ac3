/** The log-in page, the gate in front of every page of staff, and the pages that say no. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.access.web;
