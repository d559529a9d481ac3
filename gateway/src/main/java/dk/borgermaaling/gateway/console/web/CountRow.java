package dk.borgermaaling.gateway.console.web;

/** Something and how many of it. */
public record CountRow(String name, String count) {}
