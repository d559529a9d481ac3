/**
 * The roll-up and its tables, as SQL. Answers are read and cells written by the report role alone;
 * participation is counted by the gateway's role, which may write it and not read results.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.reporting.jpa;
