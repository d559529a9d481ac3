package dk.borgermaaling.gateway.reporting.web;

/** One option of a filter. */
public record Choice(String value, String text, boolean selected) {}
