/**
 * What every feature is wired to: data sources by role, transactions, the two clocks, migrations
 * and the scheduler. The order at start: migrations (10), the business clock (20), features that
 * fill tables the first time (100), the scheduler (1000).
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.kernel.wiring;
