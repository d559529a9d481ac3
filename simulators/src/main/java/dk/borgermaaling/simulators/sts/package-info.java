/**
 * The municipalities' security token service (Fælleskommunal Adgangsstyring for systemer) over SOAP
 * and JSON, and Serviceplatformen's AccessTokenService. Strict about what the real one is known to
 * be strict about: content type, UseKey, one CVR claim, entity ids compared letter by letter.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.simulators.sts;
