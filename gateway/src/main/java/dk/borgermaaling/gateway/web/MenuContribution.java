package dk.borgermaaling.gateway.web;

/**
 * A page of operators that another module brings along: a bean of this type puts it into the menu,
 * behind the gateway's own. The page itself is a resource of that module behind {@code @StaffOnly}
 * and {@code @OperatorsOnly}; its content is shown in {@code console/page.jte}. Without the module
 * nothing of the page is left.
 */
public interface MenuContribution {
  /** In Danish, as short as the others. */
  String text();

  /** Below {@code /console/}, where a log-in leads back to. */
  String href();
}
