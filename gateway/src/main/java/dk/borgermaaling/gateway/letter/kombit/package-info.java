/** The CPR look-up of Serviceplatformen (SF1520). */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.letter.kombit;
