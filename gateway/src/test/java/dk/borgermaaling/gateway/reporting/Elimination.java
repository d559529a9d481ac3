package dk.borgermaaling.gateway.reporting;

import java.util.ArrayList;
import java.util.List;

/** Gaussian elimination modulo a prime: what a reader with a pencil can work out. */
final class Elimination {
  private static final long PRIME = 2_147_483_647L;

  /** As a coefficient. */
  static final long MINUS_ONE = PRIME - 1;

  private Elimination() {}

  static int rank(List<long[]> equations) {
    List<long[]> left = new ArrayList<>();
    equations.forEach(equation -> left.add(equation.clone()));
    int rank = 0;
    int width = left.get(0).length;
    for (int column = 0; column < width && rank < left.size(); column++) {
      int pivot = rank;
      while (pivot < left.size() && left.get(pivot)[column] == 0) {
        pivot++;
      }
      if (pivot == left.size()) {
        continue;
      }
      long[] line = left.set(pivot, left.get(rank));
      left.set(rank, line);
      long inverse = power(line[column], PRIME - 2);
      for (int other = rank + 1; other < left.size(); other++) {
        long factor = left.get(other)[column] * inverse % PRIME;
        for (int at = column; at < width && factor != 0; at++) {
          left.get(other)[at] = Math.floorMod(left.get(other)[at] - factor * line[at], PRIME);
        }
      }
      rank++;
    }
    return rank;
  }

  private static long power(long base, long exponent) {
    long result = 1;
    for (long b = base % PRIME, e = exponent; e > 0; e >>= 1, b = b * b % PRIME) {
      result = (e & 1) == 1 ? result * b % PRIME : result;
    }
    return result;
  }
}
