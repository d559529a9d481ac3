/** Letters written by the gateway and taken by the simulators, without a server. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.liberty.letters;
