package dk.borgermaaling.simulators.year;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The 98 municipalities by code, with their inhabitants in thousands: rough, written down from
 * general knowledge, and good for nothing but to make some towns larger than others.
 */
final class Inhabitants {
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
  private static final String ROUGHLY =
      """
      0101 660 0147 105 0151 51 0153 39 0155 14 0157 75 0159 69 0161 24 0163 29 0165 28 0167 53
      0169 56 0173 58 0175 43 0183 23 0185 43 0187 17 0190 42 0201 26 0210 41 0217 63 0219 54
      0223 25 0230 57 0240 45 0250 46 0253 52 0259 62 0260 32 0265 91 0269 24 0270 41 0306 33
      0316 73 0320 37 0326 49 0329 36 0330 80 0336 23 0340 30 0350 29 0360 40 0370 84 0376 60
      0390 46 0400 39 0410 40 0420 41 0430 52 0440 24 0450 32 0461 208 0479 59 0480 30 0482 12
      0492 6 0510 55 0530 27 0540 74 0550 37 0561 116 0563 3 0573 50 0575 43 0580 59 0607 52
      0615 97 0621 96 0630 121 0657 90 0661 59 0665 19 0671 21 0706 44 0707 38 0710 50 0727 24
      0730 99 0740 100 0741 4 0746 66 0751 367 0756 42 0760 56 0766 49 0773 20 0779 45 0787 44
      0791 98 0810 37 0813 58 0820 36 0825 2 0840 31 0846 42 0849 38 0851 224 0860 64
      """;

  private final List<String> codes = new ArrayList<>();
  private final int[] upTo;

  Inhabitants() {
    List<String> words = WHITE_SPACE.splitAsStream(ROUGHLY.strip()).toList();
    upTo = new int[words.size() / 2];
    int sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      codes.add(words.get(2 * i));
      sum += Integer.parseInt(words.get(2 * i + 1));
      upTo[i] = sum;
    }
  }

  List<String> codes() {
    return List.copyOf(codes);
  }

  /** The municipality where one inhabitant, drawn among all, lives. */
  String draw(Chance chance) {
    int inhabitant = chance.below(upTo[upTo.length - 1]);
    int town = 0;
    while (inhabitant >= upTo[town]) {
      town++;
    }
    return codes.get(town);
  }
}
