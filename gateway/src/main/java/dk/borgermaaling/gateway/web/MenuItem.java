package dk.borgermaaling.gateway.web;

/** One entry of the menu in {@code layout/staff.jte}; {@code current} marks the page shown. */
public record MenuItem(String text, String href, boolean current) {}
