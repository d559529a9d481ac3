/** Seals the files of lists (Tink). */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.caselist.crypto;
