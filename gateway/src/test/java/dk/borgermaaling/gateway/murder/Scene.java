package dk.borgermaaling.gateway.murder;

import dk.borgermaaling.gateway.citizen.crypto.KeyMaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Everything that a run needs: PostgreSQL on a small disk, the simulators, two nodes, and roads
 * between them that can be cut. Many seeds can be played on one scene, one after another.
 */
public final class Scene implements AutoCloseable {
  private static final Duration COMING_UP = Duration.ofSeconds(60);
  private static final int NODES = 2;

  private final DatabaseServer database;
  private final SimulatedPost post;
  private final List<Node> nodes;
  private final List<Roads> roads;
  private final Wire receipts;
  private final Murder.Pace pace;
  private final Murder murder;

  /** How many invitations a run has, and how long it takes. */
  public enum Size {
    /** Some 50 invitations in some eight seconds, for every build. */
    SMALL(256, 3_000, 3_500, 1_600, 40),
    /** 5,000 invitations in some minutes. */
    LARGE(900, 90_000, 90_000, 6_000, 180);

    private final int disk;
    private final int spread;
    private final int untilReminder;
    private final int faultEvery;
    private final int rest;

    Size(int disk, int spread, int untilReminder, int faultEvery, int rest) {
      this.disk = disk;
      this.spread = spread;
      this.untilReminder = untilReminder;
      this.faultEvery = faultEvery;
      this.rest = rest;
    }

    private Murder.Pace pace() {
      return new Murder.Pace(
          Duration.ofMillis(spread),
          Duration.ofMillis(untilReminder),
          Duration.ofMillis(faultEvery),
          Duration.ofSeconds(rest));
    }
  }

  private Scene(
      Path folder, Path certificates, Size size, Function<NodePlace, ? extends Node> maker) {
    Path keys = folder.resolve("keys");
    try {
      Files.createDirectories(keys);
      KeyMaker.writeMissing(keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    pace = size.pace();
    List<Integer> doors = List.of(SimulatedPost.freePort(), SimulatedPost.freePort());
    receipts = new Wire(doors.toArray(Integer[]::new));
    database = new DatabaseServer(folder, size.disk);
    post = new SimulatedPost(folder, certificates, receipts.port());
    nodes = new ArrayList<>();
    roads = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      Roads road = new Roads(new Wire(database.port()), new Wire(post.port()));
      roads.add(road);
      nodes.add(
          maker.apply(
              new NodePlace(
                  "node-" + (i + 1),
                  folder,
                  road.database().port(),
                  road.post().port(),
                  doors.get(i),
                  certificates,
                  keys)));
    }
    Town town = new Town(database.database(), keys, post.residents(), pace.untilReminder());
    nodes.forEach(Node::start);
    Villain villain = new Villain(nodes, roads, receipts, database, post);
    murder = new Murder(pace, nodes, villain, database.database(), post, town);
    try {
      awaitNodes();
    } catch (IllegalStateException e) {
      close();
      throw e;
    }
  }

  private void awaitNodes() {
    if (!Patience.within(COMING_UP, () -> nodes.stream().allMatch(Node::isUp))) {
      throw new IllegalStateException("the nodes did not come up; see their logs");
    }
  }

  /** The first worker breaks one rule from now on, the second another. */
  public void corrupt(Breach first, Breach second) {
    nodes.forEach(Node::kill);
    ((WorkerNode) nodes.get(0)).corrupt(first);
    ((WorkerNode) nodes.get(1)).corrupt(second);
    nodes.forEach(Node::start);
    awaitNodes();
  }

  /**
   * Sets it up with two workers.
   *
   * @param folder empty; gets settings, logs and the database
   * @param certificates as {@code CertificateMaker} of the simulators has written them
   */
  public static Scene set(Path folder, Path certificates, Size size) {
    return set(folder, certificates, size, WorkerNode::at);
  }

  /**
   * As {@link #set(Path, Path, Size)}, with nodes of the caller's make.
   *
   * @param maker makes a node that is not started
   */
  public static Scene set(
      Path folder, Path certificates, Size size, Function<NodePlace, ? extends Node> maker) {
    return new Scene(folder, certificates, size, maker);
  }

  /** Plays a seed with everything that can go wrong. */
  public Verdict play(long seed, int invitations) {
    return murder.play(
        seed, invitations, Fault.plan(seed, pace.length(), pace.faultEvery(), NODES));
  }

  /** Plays a seed in which the post misbehaves, and nothing else goes wrong. */
  public Verdict playPostAlone(long seed, int invitations) {
    return murder.play(seed, invitations, List.of());
  }

  @Override
  public void close() {
    nodes.forEach(Node::close);
    post.close();
    roads.forEach(Roads::close);
    receipts.close();
    database.close();
  }
}
