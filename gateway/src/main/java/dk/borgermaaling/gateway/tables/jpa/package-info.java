/** Change sets in {@code ops.table_change}, and tables of {@code ops} as editable ones. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.tables.jpa;
