package dk.borgermaaling.gateway.murder;

import java.nio.file.Path;

/**
 * Where a node lives, whatever it is made of.
 *
 * @param name of the node, for the names of its files
 * @param folder for its files
 * @param databasePort where its road to PostgreSQL begins
 * @param postPort where its road to the simulators begins
 * @param door port on which it takes receipts, over mutual TLS
 * @param certificates folder of the demonstration's certificates
 * @param keys folder of the vault's keys, the same for all nodes
 */
public record NodePlace(
    String name,
    Path folder,
    int databasePort,
    int postPort,
    int door,
    Path certificates,
    Path keys) {}
