/** The pages on which an employee uploads a list, and the report of its errors. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.caselist.web;
