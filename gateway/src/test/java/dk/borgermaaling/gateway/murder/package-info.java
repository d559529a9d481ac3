/**
 * The murder test: while invitations run against the simulated Digital Post with its switches on,
 * nodes and PostgreSQL are killed and frozen, roads are cut, a disk is full and clocks jump.
 * Afterwards every step must be delivered, failed with a reason or waiting, under one identifier
 * and once in a mailbox, and no receipt may be lost ({@link
 * dk.borgermaaling.gateway.murder.Inquest}). {@link dk.borgermaaling.gateway.murder.Scene} sets it
 * up, {@link dk.borgermaaling.gateway.murder.Murder} plays one seed. What a node is stands behind
 * {@link dk.borgermaaling.gateway.murder.Node}; {@link dk.borgermaaling.gateway.murder.Worker} is a
 * plain JVM with the notification feature in it.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.murder;
