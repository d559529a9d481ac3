package dk.borgermaaling.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Qualifier;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a server finds out at its start, found out in a second: every injection point has exactly
 * one bean.
 */
class WiringTest {
  private static final List<Class<?>> CLASSES =
      new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPackages("dk.borgermaaling.gateway")
              .stream()
              .<Class<?>>map(type -> type.reflect())
              .toList();

  @Test
  void every_injection_point_of_ours_has_exactly_one_bean() {
    List<Bean> beans = beans();
    List<String> wrong = new ArrayList<>();
    for (Point point : points()) {
      List<Bean> matching = beans.stream().filter(bean -> bean.satisfies(point)).toList();
      if (matching.size() != 1) {
        wrong.add(point + " has " + matching);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(points()).as("found at all").hasSizeGreaterThan(30);
  }

  @Test
  void a_class_with_a_client_proxy_has_a_constructor_for_it() {
    assertThat(CLASSES)
        .filteredOn(WiringTest::isProxied)
        .allMatch(type -> Arrays.stream(type.getDeclaredConstructors()).anyMatch(WiringTest::fits));
  }

  private static boolean isProxied(Class<?> type) {
    return type.isAnnotationPresent(ApplicationScoped.class)
        || type.isAnnotationPresent(RequestScoped.class);
  }

  private static boolean fits(Constructor<?> constructor) {
    return constructor.getParameterCount() == 0 && !Modifier.isPrivate(constructor.getModifiers());
  }

  private static List<Bean> beans() {
    Stream<Bean> produced =
        CLASSES.stream()
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Produces.class))
            .map(
                method ->
                    new Bean(
                        method.getReturnType(),
                        method.getAnnotation(Typed.class),
                        qualifiers(method),
                        method.toString()));
    Stream<Bean> managed =
        CLASSES.stream()
            .filter(type -> isProxied(type) || type.isAnnotationPresent(Dependent.class))
            .map(
                type ->
                    new Bean(
                        type, type.getAnnotation(Typed.class), qualifiers(type), type.getName()));
    return Stream.concat(produced, managed).toList();
  }

  private static List<Point> points() {
    List<Point> points = new ArrayList<>();
    for (Class<?> type : CLASSES) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.isAnnotationPresent(Produces.class) || observes(method)) {
          add(points, method.getParameters(), type);
        }
      }
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        if (constructor.isAnnotationPresent(Inject.class)) {
          add(points, constructor.getParameters(), type);
        }
      }
      for (Field field : type.getDeclaredFields()) {
        if (field.isAnnotationPresent(Inject.class)) {
          add(points, field, field.getType(), type);
        }
      }
    }
    return points;
  }

  private static boolean observes(Method method) {
    return Arrays.stream(method.getParameters())
        .anyMatch(parameter -> parameter.isAnnotationPresent(Observes.class));
  }

  private static void add(List<Point> points, Parameter[] parameters, Class<?> place) {
    for (Parameter parameter : parameters) {
      add(points, parameter, parameter.getType(), place);
    }
  }

  /** Settings, collections of beans and what the server itself offers are left to the server. */
  private static void add(
      List<Point> points, AnnotatedElement element, Class<?> type, Class<?> place) {
    boolean ours =
        type.getName().startsWith("dk.borgermaaling") || !type.getName().startsWith("jakarta.");
    if (ours
        && type != Instance.class
        && !element.isAnnotationPresent(ConfigProperty.class)
        && !element.isAnnotationPresent(Observes.class)) {
      points.add(new Point(type, qualifiers(element), place.getSimpleName()));
    }
  }

  private static Set<Class<?>> qualifiers(AnnotatedElement element) {
    return Arrays.stream(element.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(Qualifier.class))
        .filter(type -> type != Any.class && type != ConfigProperty.class)
        .collect(Collectors.toSet());
  }

  private record Point(Class<?> type, Set<Class<?>> qualifiers, String place) {}

  /**
   * @param only the types that the bean is found by; null for all that it has
   */
  private record Bean(Class<?> type, @Nullable Typed only, Set<Class<?>> qualifiers, String made) {
    boolean satisfies(Point point) {
      boolean found =
          only == null
              ? point.type().isAssignableFrom(type)
              : List.of(only.value()).contains(point.type());
      return found && qualifiers.equals(point.qualifiers());
    }
  }
}
