/** Tests of web. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.web;
