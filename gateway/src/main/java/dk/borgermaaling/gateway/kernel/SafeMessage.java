package dk.borgermaaling.gateway.kernel;

/** An exception whose message is made of our own words and may stand in a log. */
public interface SafeMessage {}
