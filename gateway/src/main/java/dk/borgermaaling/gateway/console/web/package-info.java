/**
 * The console's pages: overview, failures, events, decisions, messages. Plain links and GET forms.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.console.web;
