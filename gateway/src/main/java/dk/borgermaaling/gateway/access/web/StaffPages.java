package dk.borgermaaling.gateway.access.web;

import dk.borgermaaling.gateway.access.Account;
import dk.borgermaaling.gateway.web.Html;
import dk.borgermaaling.gateway.web.MenuContribution;
import dk.borgermaaling.gateway.web.MenuItem;
import dk.borgermaaling.gateway.web.Pages;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages in the frame of staff: the menu that an account has, and the pages that say no. */
public final class StaffPages {
  private final Pages pages;
  private final List<MenuContribution> contributed;

  public StaffPages(Pages pages) {
    this(pages, List.of());
  }

  /**
   * @param contributed pages of operators that other modules bring along
   */
  public StaffPages(Pages pages, List<MenuContribution> contributed) {
    this.pages = pages;
    this.contributed =
        contributed.stream().sorted(Comparator.comparing(MenuContribution::href)).toList();
  }

  /**
   * A page for somebody who is logged in; the template gets {@code staff} and {@code menu} beside
   * the values.
   *
   * @param current the menu's address of this page
   */
  public Response page(
      Staff staff,
      String current,
      String template,
      Map<String, ? extends @Nullable Object> values) {
    Map<String, @Nullable Object> all = new HashMap<>(values);
    all.put("staff", staff);
    all.put("menu", menu(staff.account(), current, contributed));
    return Html.page(200, pages.render(template, all)).build();
  }

  /** A page that needs no log-in. */
  public Response.ResponseBuilder open(
      int status, String template, Map<String, ? extends @Nullable Object> values) {
    return Html.page(status, pages.render(template, values));
  }

  /** What was asked is not this account's to see or do. */
  public Response refused() {
    return problem(
        403,
        "Du har ikke adgang",
        "Siden eller handlingen hører ikke til din konto, eller formularen er for gammel. Log ind"
            + " igen, hvis du mener, at du burde have adgang.");
  }

  /** What was sent is larger than any page takes. */
  public Response tooLarge() {
    return problem(413, "Filen er for stor", "Del filen i flere, og prøv igen.");
  }

  /** There is no such page. */
  public Response notFound() {
    return problem(404, "Siden findes ikke", "Kontrollér adressen, eller begynd forfra.");
  }

  private Response problem(int status, String title, String text) {
    return open(status, "access/problem.jte", Map.of("title", title, "text", text)).build();
  }

  /** What this account can open. */
  static List<MenuItem> menu(Account account, String current, List<MenuContribution> contributed) {
    List<MenuItem> menu = new ArrayList<>();
    menu.add(item("Resultater", "/dashboard", current));
    if (account.mayUploadLists()) {
      menu.add(item("Lister", "/lists", current));
      menu.add(item("Fravalg", "/opt-outs", current));
    }
    if (account.isOperator()) {
      menu.add(item("Overblik", "/console", current));
      menu.add(item("Fejl", "/console/failures", current));
      menu.add(item("Døde breve", "/console/dead-letters", current));
      menu.add(item("Hændelser", "/console/events", current));
      menu.add(item("Beslutninger", "/console/decisions", current));
      menu.add(item("Målerunder", "/console/rounds", current));
      menu.add(item("Hvorfor?", "/console/why", current));
      menu.add(item("Beskeder", "/console/notifications", current));
      menu.add(item("Udsendelse", "/console/sending", current));
      menu.add(item("Kilder", "/console/feeds", current));
      menu.add(item("Tabeller", "/console/tables", current));
      contributed.forEach(page -> menu.add(item(page.text(), page.href(), current)));
    }
    return List.copyOf(menu);
  }

  private static MenuItem item(String text, String href, String current) {
    return new MenuItem(text, href, href.equals(current));
  }
}
