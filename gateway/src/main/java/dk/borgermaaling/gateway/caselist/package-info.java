/**
 * Lists that an employee of a municipality uploads (udtræk): an export of the case system or of a
 * BI tool, for a municipality whose case system has no feed yet. Rows become the same case events
 * as a feed gives, through the same way in; a list is not a snapshot, so a row that is no longer in
 * it says nothing. The file is kept sealed until its rows are registered, and no longer.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.caselist;
