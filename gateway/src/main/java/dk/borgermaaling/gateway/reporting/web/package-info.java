/** The dashboard: one municipality beside the nation, as words, charts and tables. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.reporting.web;
