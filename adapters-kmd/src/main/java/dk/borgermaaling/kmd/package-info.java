/**
 * KMD Momentum into case events. Momentum is asked, it does not tell: every run reads who is in
 * which target group and which conversations were held, and the differences to the last run are the
 * events. A run that did not read everything never concludes that somebody is gone. Momentum has no
 * published contract; the field table is in docs/case-event-fields.md.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.kmd;
