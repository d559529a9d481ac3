package dk.borgermaaling.gateway.console.web;

/** An outcome with what it means and how often it was the one. */
public record ReasonRow(String stored, String name, String text, String count, boolean chosen) {}
