/**
 * The tables that say what codes mean, changed by two people: one proposes, sees what the change
 * would have done in the last 30 days and why it is made, and another confirms it having seen the
 * same. A table is a list of rows with periods; features and adapters contribute theirs through
 * {@link dk.borgermaaling.gateway.tables.EditableTable}.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.tables;
