package dk.borgermaaling.schultz.web;

import dk.borgermaaling.gateway.web.MenuContribution;
import jakarta.enterprise.context.Dependent;

/** The page's place in the operators' menu. */
@Dependent
public class FilesMenu implements MenuContribution {
  static final String HREF = "/console/fasit-files";

  @Override
  public String text() {
    return "Fasit-filer";
  }

  @Override
  public String href() {
    return HREF;
  }
}
