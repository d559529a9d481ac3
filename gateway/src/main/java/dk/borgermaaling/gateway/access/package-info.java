/**
 * Trust with other systems: tokens that we ask KOMBIT for, tokens that we are shown, and who may do
 * what for which municipality.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.access;
