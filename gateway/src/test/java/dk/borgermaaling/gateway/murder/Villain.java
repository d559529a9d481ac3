package dk.borgermaaling.gateway.murder;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;

/** Commits faults and takes them back. */
final class Villain {
  /**
   * An hour forward is left out: what a node with such a clock leaves behind when it dies counts as
   * alive until the others' clocks have come so far.
   */
  private static final List<Duration> JUMPS =
      List.of(
          Duration.ofHours(-1),
          Duration.ofSeconds(-20),
          Duration.ofSeconds(-3),
          Duration.ofSeconds(3),
          Duration.ofSeconds(20));

  private static final JsonObject EVERY_CALL = Json.createObjectBuilder().build();

  private final List<? extends Node> nodes;
  private final List<Roads> roads;
  private final Wire receipts;
  private final DatabaseServer database;
  private final SimulatedPost post;

  /**
   * @param roads of each node, in the same order
   * @param receipts the road from Beskedfordeler to the nodes
   */
  Villain(
      List<? extends Node> nodes,
      List<Roads> roads,
      Wire receipts,
      DatabaseServer database,
      SimulatedPost post) {
    this.nodes = nodes;
    this.roads = roads;
    this.receipts = receipts;
    this.database = database;
    this.post = post;
  }

  void begin(Fault fault) {
    Node node = nodes.get(fault.node());
    Roads road = roads.get(fault.node());
    switch (fault.kind()) {
      case NODE_KILLED -> node.kill();
      case NODE_FROZEN -> node.stop();
      case DATABASE_KILLED -> database.kill();
      case DISK_FULL -> database.fillDisk();
      case DATABASE_ROAD_CUT -> road.database().refuse();
      case DATABASE_ROAD_HANGS -> road.database().hang();
      case DATABASE_ROAD_TORN -> road.database().tearAfter(bytes(fault));
      case POST_ROAD_CUT -> road.post().refuse();
      case POST_ROAD_HANGS -> road.post().hang();
      case POST_ROAD_TORN -> road.post().tearAfter(bytes(fault));
      case RECEIPT_ROAD_CUT -> receipts.refuse();
      case RECEIPT_ROAD_HANGS -> receipts.hang();
      case CLOCK_JUMPS ->
          node.setClockOff(JUMPS.get(Math.floorMod((int) fault.dice(), JUMPS.size())));
      case POST_OUT -> post.turnOn("outage", EVERY_CALL);
      case POST_HANGS_UP -> post.turnOn("hang-up", EVERY_CALL);
    }
  }

  /** Somewhere in one of the next messages. */
  private static long bytes(Fault fault) {
    return 500 + Math.floorMod(fault.dice(), 12_000L);
  }

  void end(Fault fault) {
    Node node = nodes.get(fault.node());
    Roads road = roads.get(fault.node());
    switch (fault.kind()) {
      case NODE_KILLED -> node.start();
      case NODE_FROZEN -> node.cont();
      case DATABASE_KILLED, DISK_FULL -> database.revive();
      case DATABASE_ROAD_CUT, DATABASE_ROAD_HANGS, DATABASE_ROAD_TORN -> road.database().mend();
      case POST_ROAD_CUT, POST_ROAD_HANGS, POST_ROAD_TORN -> road.post().mend();
      case RECEIPT_ROAD_CUT, RECEIPT_ROAD_HANGS -> receipts.mend();
      case CLOCK_JUMPS -> node.setClockOff(Duration.ZERO);
      case POST_OUT -> post.turnOff("outage");
      case POST_HANGS_UP -> post.turnOff("hang-up");
    }
  }

  /** Whatever is still wrong ends. */
  void repent() {
    roads.forEach(Roads::mend);
    receipts.mend();
    database.revive();
    for (Node node : nodes) {
      node.cont();
      node.setClockOff(Duration.ZERO);
      node.start();
    }
  }
}
