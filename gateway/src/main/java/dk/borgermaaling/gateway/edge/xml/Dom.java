package dk.borgermaaling.gateway.edge.xml;

import dk.borgermaaling.gateway.edge.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads a verified tree; whatever is not there, or there twice, refuses the message. */
public final class Dom {
  private Dom() {}

  public static List<Element> children(Element parent) {
    List<Element> found = new ArrayList<>();
    for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }

  public static List<Element> children(Element parent, String namespace, String name) {
    return children(parent).stream().filter(child -> is(child, namespace, name)).toList();
  }

  public static boolean is(Element element, String namespace, String name) {
    return name.equals(element.getLocalName()) && namespace.equals(element.getNamespaceURI());
  }

  public static Element only(Element parent, String namespace, String name) {
    List<Element> found = children(parent, namespace, name);
    if (found.size() != 1) {
      throw Refusal.notTrusted(name + " is not there exactly once");
    }
    return found.get(0);
  }

  public static @Nullable Element atMostOne(Element parent, String namespace, String name) {
    List<Element> found = children(parent, namespace, name);
    if (found.size() > 1) {
      throw Refusal.notTrusted(name + " is there twice");
    }
    return found.isEmpty() ? null : found.get(0);
  }

  public static String text(Element element) {
    return element.getTextContent().strip();
  }

  public static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException e) {
      throw Refusal.notTrusted("a time that is none");
    }
  }
}
