/** {@code SurveyService} over REST. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.enquiry.rest;
