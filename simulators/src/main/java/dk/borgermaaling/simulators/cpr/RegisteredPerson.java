package dk.borgermaaling.simulators.cpr;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A made-up person: the same number is the same person every time. Written as the register writes:
 * numbers of houses and floors with leading zeros, doors in capitals.
 *
 * @param municipality code of four digits
 */
public record RegisteredPerson(
    String name,
    String municipality,
    String street,
    String building,
    String floor,
    String suite,
    String place,
    String postCode,
    String postDistrict) {
  private static final List<String> FIRST =
      List.of(
          "Åse", "Bjørn", "Cecilie", "Dagny", "Erik", "Freja", "Gæa", "Søren", "Øjvind", "Yrsa");

  private static final List<String> LAST =
      List.of("Ågård", "Bæk", "Christensen", "Dam", "Ejlersen", "Frøslev", "Møller", "Østergaard");

  private static final List<String> STREETS =
      List.of(
          "Ålevej",
          "Birkeallé",
          "Gammel Præstøvej",
          "Sønder Boulevard",
          "Prinsesse Charlottes Gade",
          "Doktor Hans Christian Ørsteds Mindevej");

  private static final List<String> DOORS = List.of("", "TV", "TH", "MF", "0003");

  /** The person with this number. */
  static RegisteredPerson of(String cpr, String municipality) {
    Town town = Town.of(municipality);
    boolean flat = dice(cpr, "flat", 2) == 0;
    return new RegisteredPerson(
        pick(cpr, "first", FIRST) + " " + pick(cpr, "last", LAST),
        municipality,
        pick(cpr, "street", STREETS),
        "%03d%s".formatted(1 + dice(cpr, "house", 180), dice(cpr, "letter", 4) == 0 ? "B" : ""),
        flat ? List.of("ST", "01", "02", "KL").get(dice(cpr, "floor", 4)) : "",
        flat ? pick(cpr, "door", DOORS) : "",
        dice(cpr, "place", 5) == 0 ? "Lille Strandby" : "",
        town.postCode(),
        town.postDistrict());
  }

  /** Where a municipality's letters go; others than the story's are all in one place. */
  private record Town(String postCode, String postDistrict) {
    static Town of(String municipality) {
      return switch (municipality) {
        case "0461" -> new Town("5000", "Odense C");
        case "0185" -> new Town("2770", "Kastrup");
        case "0751" -> new Town("8000", "Aarhus C");
        case "0740" -> new Town("8600", "Silkeborg");
        default -> new Town("4000", "Roskilde");
      };
    }
  }

  private static String pick(String cpr, String what, List<String> from) {
    return from.get(dice(cpr, what, from.size()));
  }

  private static int dice(String cpr, String what, int sides) {
    CRC32 hash = new CRC32();
    hash.update((what + " " + cpr).getBytes(StandardCharsets.UTF_8));
    return (int) (hash.getValue() % sides);
  }
}
