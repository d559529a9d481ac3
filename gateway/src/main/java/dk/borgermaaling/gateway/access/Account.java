package dk.borgermaaling.gateway.access;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A member of the staff who may log in.
 *
 * @param userName lower-case letters, digits, dot and hyphen: a role's name, not a person's number
 * @param municipality the only one whose results a reader may see and an employee upload lists for;
 *     null for operators
 */
public record Account(String userName, Role role, @Nullable MunicipalityCode municipality) {
  private static final Pattern USER_NAME = Pattern.compile("[a-z][a-z0-9.-]{0,63}");

  /** What an account may do. */
  public enum Role {
    /** Runs the gateway (drift): the console, and the results of every municipality. */
    OPERATOR,
    /** Reads the results of one municipality, and of the nation. */
    READER,
    /**
     * Uploads lists of one municipality's case system (medarbejder), tells who is not to be asked,
     * and reads what a reader reads.
     */
    EMPLOYEE
  }

  public Account {
    if (!isUserName(userName)) {
      throw new IllegalArgumentException(
          "a user name has lower-case letters, digits, dot and hyphen, at most 64");
    }
    if ((role != Role.OPERATOR) != (municipality != null)) {
      throw new IllegalArgumentException(
          "a reader and an employee have one municipality, an operator has none");
    }
  }

  /** Whether an account could have this name. */
  static boolean isUserName(String text) {
    return USER_NAME.matcher(text).matches();
  }

  public boolean isOperator() {
    return role == Role.OPERATOR;
  }

  /** Whether this account may see the results of a municipality. The nation's it may always see. */
  public boolean maySee(MunicipalityCode other) {
    return isOperator() || other.equals(municipality);
  }

  /** Whether this account may upload lists at all. */
  public boolean mayUploadLists() {
    return role != Role.READER;
  }

  /** Whether this account may upload lists for a municipality, and see those that were. */
  public boolean mayUploadListsOf(MunicipalityCode other) {
    return mayUploadLists() && maySee(other);
  }

  /** Whether this account may tell that citizens of a municipality are not to be asked. */
  public boolean mayExcludeIn(MunicipalityCode other) {
    return mayUploadListsOf(other);
  }

  public Optional<MunicipalityCode> ownMunicipality() {
    return Optional.ofNullable(municipality);
  }
}
