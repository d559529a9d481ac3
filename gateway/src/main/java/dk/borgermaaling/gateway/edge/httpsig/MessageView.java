package dk.borgermaaling.gateway.edge.httpsig;

/** What a signature sees of a message. */
sealed interface MessageView permits RequestView, ResponseView {
  FieldLines fields();

  Content content();
}
