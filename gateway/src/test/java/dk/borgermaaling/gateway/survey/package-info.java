/** Tests of survey. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.survey;
