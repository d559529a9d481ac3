@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.letter.jpa;
