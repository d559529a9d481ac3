package dk.borgermaaling.gateway.message.web;

import dk.borgermaaling.gateway.web.MenuContribution;
import jakarta.enterprise.context.Dependent;

/** The page of texts in the menu of operators. */
@Dependent
public class TextsMenu implements MenuContribution {
  @Override
  public String text() {
    return "Beskedtekster";
  }

  @Override
  public String href() {
    return MessageTextsResource.PATH;
  }
}
