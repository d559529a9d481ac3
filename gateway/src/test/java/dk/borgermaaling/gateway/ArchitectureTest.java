package dk.borgermaaling.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dk.borgermaaling.gateway.notification.NotificationState;
import dk.borgermaaling.gateway.reporting.ResultStore;
import dk.borgermaaling.gateway.reporting.Results;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@AnalyzeClasses(
    packages = "dk.borgermaaling.gateway",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] EDGES = {
    "..soap..",
    "..rest..",
    "..web..",
    "..jpa..",
    "..tasks..",
    "..kombit..",
    "..crypto..",
    "..calendar..",
    "..export..",
    "..odata..",
    "..sheet..",
    "..wiring..",
    "..edge.."
  };

  @ArchTest
  static final ArchRule the_core_is_plain_java =
      noClasses()
          .that()
          .resideOutsideOfPackages(EDGES)
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("dk.borgermaaling.gateway..", "java..", "org.jspecify..")
          .because("rules must run, and be tested, without a server");

  @ArchTest
  static final ArchRule the_core_does_not_know_its_edges =
      noClasses()
          .that()
          .resideOutsideOfPackages(EDGES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(EDGES)
          .because("edges know the core, never the reverse");

  @ArchTest
  static final ArchRule features_have_no_cycles =
      slices().matching("dk.borgermaaling.gateway.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule time_comes_from_a_clock =
      noClasses()
          .that()
          .resideOutsideOfPackage("..wiring..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callConstructor(Date.class)
          .orShould()
          .callMethodWhere(target(nameStartingWith("system")).and(target(owner(type(Clock.class)))))
          .because("a test must be able to set the time");

  @ArchTest
  static final ArchRule entities_live_in_jpa =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .should()
          .resideInAPackage("..jpa..")
          .because("the core is plain Java");

  @ArchTest
  static final ArchRule transactions_are_declared_in_edges =
      noMethods()
          .that()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackages(EDGES)
          .should()
          .beAnnotatedWith(Transactional.class)
          .because("the core takes the port Transactions");

  @ArchTest
  static final ArchRule settings_are_read_in_wiring =
      noClasses()
          .that()
          .resideOutsideOfPackage("..wiring..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ConfigProperty.class)
          .because("a setting becomes a checked value in one place");

  /** Whose classes compare tokens, tags, hashes of passwords and signatures. */
  private static final String[] WITH_SECRETS = {
    "dk.borgermaaling.gateway.access..",
    "dk.borgermaaling.gateway.citizen.crypto..",
    "dk.borgermaaling.gateway.edge..",
    "dk.borgermaaling.gateway.invitation.crypto..",
    "dk.borgermaaling.gateway.response.crypto.."
  };

  @ArchTest
  static final ArchRule secrets_are_compared_in_constant_time =
      noClasses()
          .that()
          .resideInAnyPackage(WITH_SECRETS)
          .should()
          .callMethodWhere(
              target(nameMatching("equals|compare|compareUnsigned|mismatch|deepEquals"))
                  .and(target(owner(type(Arrays.class)))))
          .orShould()
          .callMethod(Objects.class, "deepEquals", Object.class, Object.class)
          .orShould()
          .callMethodWhere(
              target(owner(assignableTo(ByteBuffer.class))).and(target(name("equals"))))
          .because("bytes may be a secret's: MessageDigest.isEqual takes the same time for each");

  @ArchTest
  static final ArchRule what_callers_are_told_cannot_depend_on_an_answer =
      noClasses()
          .that()
          .resideInAPackage("dk.borgermaaling.gateway.enquiry..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dk.borgermaaling.gateway.response..", "dk.borgermaaling.gateway.invitation..")
          .because("an invitation says whether it is answered, and no caller may learn that");

  @ArchTest
  static final ArchRule what_callers_are_told_of_messages_is_a_state =
      noClasses()
          .that()
          .resideInAPackage("dk.borgermaaling.gateway.enquiry..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dk.borgermaaling.gateway.notification..")
                  .and(not(type(NotificationState.class))))
          .because("what becomes of a reminder tells whether the citizen has answered");

  @ArchTest
  static final ArchRule results_leave_reporting_after_suppression_alone =
      noClasses()
          .that()
          .resideOutsideOfPackage("dk.borgermaaling.gateway.reporting..")
          .should()
          .dependOnClassesThat(type(Results.class).or(type(ResultStore.class)))
          .because("a Publication is all that pages, exports and callers get");

  @ArchTest
  static final ArchRule nobody_declares_any_exception =
      methods()
          .should()
          .notDeclareThrowableOfType(Exception.class)
          .because("a caller must know what can go wrong");
}
