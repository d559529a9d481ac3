/** Servlet filters: security headers, mutual TLS, size cap. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.edge.web;
