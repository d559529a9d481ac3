/** {@code SurveyService} over SOAP, in both profiles. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.enquiry.soap;
