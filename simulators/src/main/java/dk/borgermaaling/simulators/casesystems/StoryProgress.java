package dk.borgermaaling.simulators.casesystems;

import dk.borgermaaling.simulators.Part;
import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.World;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** How far the story has come, for {@code /demo/status}. */
public final class StoryProgress implements Part {
  private final World world;
  private final Supplier<Instant> now;
  private final List<Part> systems;

  /**
   * Progress of a world's story.
   *
   * @param systems the case systems that tell it
   */
  public StoryProgress(World world, Supplier<Instant> now, List<Part> systems) {
    this.world = world;
    this.now = now;
    this.systems = List.copyOf(systems);
  }

  @Override
  public String name() {
    return "story";
  }

  /** {@code day} counts from the story's first, 0; negative before it starts. */
  @Override
  public JsonObject status() {
    Instant current = now.get();
    Instant start = world.start().atStartOfDay(World.DENMARK).toInstant();
    List<StoryEvent> events = world.story().events();
    return Json.createObjectBuilder()
        .add("people", world.citizens().size())
        .add("businessTime", current.toString())
        .add("day", Math.floorDiv(Duration.between(start, current).toSeconds(), 86_400L))
        .add("events", events.size())
        .add("happened", events.stream().filter(e -> !e.toldAt().isAfter(current)).count())
        .add("storyComplete", systems.stream().allMatch(Part::complete))
        .build();
  }
}
