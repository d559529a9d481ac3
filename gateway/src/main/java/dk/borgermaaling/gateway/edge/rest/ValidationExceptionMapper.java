package dk.borgermaaling.gateway.edge.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The server has a mapper of its own for this exception, which lists class and field names. */
@Provider
@ApplicationScoped
public class ValidationExceptionMapper implements ExceptionMapper<ValidationException> {
  @Inject private AnyExceptionMapper any;

  @Override
  public Response toResponse(ValidationException thrown) {
    return any.toResponse(thrown);
  }
}
