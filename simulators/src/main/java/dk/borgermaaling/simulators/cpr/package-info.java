/**
 * The civil register as Serviceplatformen shows it (SF1520, PersonBaseDataExtended): strict about
 * the question, with people made up from their number.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.simulators.cpr;
