/**
 * The vault: a CPR number goes in once, encrypted, and an id comes out; everything else in the
 * gateway knows citizens by that id. Found again through a keyed hash. No name and no address is
 * ever held.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.citizen;
