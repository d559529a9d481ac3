/** Lists as rows of {@code intake} and what municipalities said of them as rows of {@code ops}. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.caselist.jpa;
