/** Servlet filters: security headers, mutual TLS, limits, size cap. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.edge.web;
