package dk.borgermaaling.simulators.server;

import java.io.IOException;

/** Answers a request; an exception becomes status 500 without details. */
@FunctionalInterface
public interface Handler {
  Reply handle(Request request) throws IOException;
}
