/** Pages on which operators see, propose and confirm, and tables as CSV. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.tables.web;
