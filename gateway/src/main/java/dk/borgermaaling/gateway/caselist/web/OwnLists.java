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

/** Which lists an account may see, and for whom it may upload. Every use is noted. */
@Dependent
public class OwnLists {
  private final CaseLists lists;
  private final Municipalities municipalities;
  private final BusinessClock businessClock;
  private final AuditLog audit;
  private final Clock realClock;
  private final StaffPages pages;

  @Inject
  public OwnLists(
      CaseLists lists,
      Municipalities municipalities,
      BusinessClock businessClock,
      AuditLog audit,
      Clock realClock,
      StaffPages pages) {
    this.lists = lists;
    this.municipalities = municipalities;
    this.businessClock = businessClock;
    this.audit = audit;
    this.realClock = realClock;
    this.pages = pages;
  }

  /** Answers with a list of the account's, or that there is none, or that it is another's. */
  Response with(Staff staff, String id, AuditLog.Action action, Function<CaseList, Response> page) {
    Optional<CaseList> found = uuid(id).flatMap(lists::find);
    if (found.isEmpty()) {
      return pages.notFound();
    }
    CaseList list = found.get();
    if (!staff.account().mayUploadListsOf(list.municipality())) {
      note(staff, AuditLog.Action.WAS_REFUSED, list.municipality());
      return pages.refused();
    }
    note(staff, action, list.municipality());
    return page.apply(list);
  }

  void note(Staff staff, AuditLog.Action action, MunicipalityCode municipality) {
    audit.note(realClock.instant(), staff.getName(), action, municipality);
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
