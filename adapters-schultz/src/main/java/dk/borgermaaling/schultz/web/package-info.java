/**
 * The operator's page of delta files. The template is this module's own and is shown inside the
 * gateway's frame, so that the gateway has nothing of Fasit.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.schultz.web;
