/**
 * Beskedfordeler's queues (SF1461, BeskedHent) as a real AMQP 0-9-1 broker in this process: TLS
 * with a client certificate, SASL EXTERNAL alone, an assertion as its response, and a queue for the
 * municipality that the assertion is for and no other. Apache Qpid Broker-J does the protocol; this
 * package adds who may enter and what they may read.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.simulators.beskedfordeler.pull;
