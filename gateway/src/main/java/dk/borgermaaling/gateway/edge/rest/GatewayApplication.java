package dk.borgermaaling.gateway.edge.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * The one Jakarta REST application, for interfaces and pages alike. It names no class: the server
 * finds every {@code @Path} and {@code @Provider} in the WAR.
 */
@ApplicationPath("/")
public class GatewayApplication extends Application {}
