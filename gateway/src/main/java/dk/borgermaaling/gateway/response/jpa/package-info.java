/** The buffer of sealed answers and the tables of answers, in schema {@code answers}. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.response.jpa;
