/**
 * Case events that come by KOMBIT's Beskedfordeler (SF1461), pushed: a message is stored as it
 * came, sealed, before it is answered, and understood afterwards. What cannot be understood is a
 * dead letter with the whole message in it, because nobody is there to answer to.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.beskedfordeler;
