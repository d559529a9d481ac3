/** Momentum over HTTP: tokens, paging, retries and JSON; the only place that knows its wire. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.kmd.rest;
