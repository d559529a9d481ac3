package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.kmd.Momentum.TaxonomyItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a municipality's own ids and names of codes mean, by its code lists; each list is asked for
 * at most once in a run, and only when something is told that is no code. Exactly one item must
 * fit: nothing is guessed.
 */
final class Codes {
  private final Momentum momentum;
  private final String targetGroups;
  private final String interviewTypes;
  private final Map<String, List<TaxonomyItem>> lists = new HashMap<>();

  /**
   * @param targetGroups code of the code list of target groups
   * @param interviewTypes code of the code list of types of conversations
   */
  Codes(Momentum momentum, String targetGroups, String interviewTypes) {
    this.momentum = momentum;
    this.targetGroups = targetGroups;
    this.interviewTypes = interviewTypes;
  }

  /** The code of the target group with this id or name. */
  Optional<String> targetGroup(String told) {
    return code(targetGroups, told);
  }

  /** The code of the type of conversation with this id or name. */
  Optional<String> interviewType(String told) {
    return code(interviewTypes, told);
  }

  private Optional<String> code(String list, String told) {
    if (told.isBlank()) {
      return Optional.empty();
    }
    Set<String> codes =
        lists.computeIfAbsent(list, this::ask).stream()
            .filter(item -> item.id().equals(told) || item.name().equalsIgnoreCase(told))
            .map(TaxonomyItem::code)
            .filter(code -> !code.isEmpty())
            .collect(Collectors.toSet());
    return codes.size() == 1 ? codes.stream().findFirst() : Optional.empty();
  }

  /** A list that cannot be had leaves its codes unknown until the next run. */
  private List<TaxonomyItem> ask(String list) {
    try {
      return momentum.taxonomy(list).orElse(List.of());
    } catch (ProblemException e) {
      return List.of();
    }
  }
}
