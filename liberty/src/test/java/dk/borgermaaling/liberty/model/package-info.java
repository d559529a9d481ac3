/**
 * Histories made of dice: what case systems tell of some people, shuffled, doubled, corrected, late
 * and contradicting, with restarts in between. A reference model, which shares no rule with the
 * gateway, says what must be stored and decided.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.liberty.model;
