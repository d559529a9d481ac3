package dk.borgermaaling.gateway.caseevent;

import java.util.regex.Pattern;

/** Whose codes a target group is told in. */
public enum CodeSystem {
  /** Section 6 of the act on active employment (LAB § 6): 6.1 to 6.13. */
  LAB6("6\\.[0-9]{1,2}", "6.1 eller 6.13"),
  /** Section 2 of the act before 2020 (LAB § 2), still told by some case systems. */
  LAB2("2\\.[0-9]{1,2}", "2.1 eller 2.12"),
  /**
   * Contact group and visitation category (kontaktgruppe, personkategori) of STAR's data warehouse
   * DFDG: {@code KG2/4}, or {@code KG13} without a category.
   */
  KONTAKTGRUPPE("KG[0-9]{1,3}(/[0-9]{1,3})?", "KG13 eller KG2/4"),
  /** The act that is expected on 1 January 2027; its codes are not known yet. */
  LAB2027("[0-9A-Za-z][0-9A-Za-z./-]{0,19}", "højst 20 bogstaver, tal, punktum, skråstreg");

  private final Pattern code;
  private final String example;

  CodeSystem(String code, String example) {
    this.code = Pattern.compile(code);
    this.example = example;
  }

  /** Whether a code has the form that the system's codes have; it may be unknown all the same. */
  public boolean writes(String text) {
    return code.matcher(text).matches();
  }

  /** Danish: what its codes look like. */
  public String example() {
    return example;
  }
}
