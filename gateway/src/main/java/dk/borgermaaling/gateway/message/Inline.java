package dk.borgermaaling.gateway.message;

/** A piece of a line. */
public sealed interface Inline {
  record Text(String text, boolean bold) implements Inline {}

  /** Not filled in yet. */
  record Open(Placeholder placeholder, boolean bold) implements Inline {}

  /** The citizen's link under other words. */
  record LinkWords(String label, boolean bold) implements Inline {}

  /** The citizen's link, filled in. */
  record Link(String label, String address, boolean bold) implements Inline {}

  record LineBreak() implements Inline {}
}
