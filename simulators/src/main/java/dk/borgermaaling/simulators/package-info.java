/**
 * KOMBIT, the case systems and the citizens as one program of its own: what the gateway talks to
 * when it is developed, tested and demonstrated. It keeps its own store, so that it outlives a
 * killed gateway, and it is strict where the real systems are known to be strict. Never deployed.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.simulators;
