package dk.borgermaaling.gateway.caselist.web;

import dk.borgermaaling.gateway.access.Account;
import dk.borgermaaling.gateway.access.web.Staff;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.caselist.CaseList;
import dk.borgermaaling.gateway.caselist.CaseLists;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.reporting.web.Choice;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which lists an account may see, and for whom it may upload. What is seen is noted before it is
 * shown, what is done in the transaction that does it.
 */
@Dependent
public class OwnLists {
  private final CaseLists lists;
  private final Municipalities municipalities;
  private final BusinessClock businessClock;
  private final AuditLog audit;
  private final Clock realClock;
  private final Transactions transactions;
  private final StaffPages pages;

  @Inject
  public OwnLists(
      CaseLists lists,
      Municipalities municipalities,
      BusinessClock businessClock,
      AuditLog audit,
      Clock realClock,
      Transactions transactions,
      StaffPages pages) {
    this.lists = lists;
    this.municipalities = municipalities;
    this.businessClock = businessClock;
    this.audit = audit;
    this.realClock = realClock;
    this.transactions = transactions;
    this.pages = pages;
  }

  /** Answers with a list of the account's, or that there is none, or that it is another's. */
  Response with(Staff staff, String id, Function<CaseList, Response> page) {
    Optional<CaseList> found = uuid(id).flatMap(lists::find);
    if (found.isEmpty()) {
      return pages.notFound();
    }
    CaseList list = found.get();
    if (!staff.account().mayUploadListsOf(list.municipality())) {
      note(staff, AuditLog.Action.WAS_REFUSED, list);
      return pages.refused();
    }
    return page.apply(list);
  }

  /** As {@link #with}, and it is noted that the list was seen. */
  Response seen(Staff staff, String id, Function<CaseList, Response> page) {
    return with(
        staff,
        id,
        list -> {
          note(staff, AuditLog.Action.SAW_LIST, list);
          return page.apply(list);
        });
  }

  /** Does something and notes it in the same transaction; nothing is noted unless it is done. */
  <T> T noted(Staff staff, AuditLog.Action action, CaseList list, T done, Supplier<T> act) {
    return transactions.inOne(
        () -> {
          T result = act.get();
          if (result.equals(done)) {
            note(staff, action, list);
          }
          return result;
        });
  }

  void note(Staff staff, AuditLog.Action action, CaseList list) {
    audit.note(
        realClock.instant(), staff.getName(), action, list.municipality(), list.id().toString());
  }

  /** Notes that the lists of a municipality were seen, of all when null. */
  void noteOverview(Staff staff, @Nullable MunicipalityCode municipality) {
    audit.note(realClock.instant(), staff.getName(), AuditLog.Action.SAW_LIST, municipality);
  }

  /** Notes that somebody wanted to upload for a municipality and may not. */
  void noteRefused(Staff staff, String code) {
    audit.note(
        realClock.instant(), staff.getName(), AuditLog.Action.WAS_REFUSED, code(code).orElse(null));
  }

  /** The municipality of a form; empty when this account may not upload for it today. */
  Optional<MunicipalityCode> mayUpload(Account account, String code) {
    return code(code)
        .filter(account::mayUploadListsOf)
        .filter(
            known ->
                municipalities
                    .byCode(known, businessClock.today())
                    .filter(Municipality::participates)
                    .isPresent());
  }

  /** Those that the account may upload for today. */
  List<Choice> choices(Account account, String chosen) {
    return municipalities.all(businessClock.today()).stream()
        .filter(Municipality::participates)
        .filter(one -> account.mayUploadListsOf(one.code()))
        .map(one -> new Choice(one.code().value(), one.name(), one.code().value().equals(chosen)))
        .toList();
  }

  String name(MunicipalityCode code) {
    return municipalities
        .byCode(code, businessClock.today())
        .map(Municipality::name)
        .orElse(code.value());
  }

  private static Optional<MunicipalityCode> code(String text) {
    try {
      return Optional.of(new MunicipalityCode(text));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
