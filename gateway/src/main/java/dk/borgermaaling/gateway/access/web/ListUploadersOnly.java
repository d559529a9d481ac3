package dk.borgermaaling.gateway.access.web;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Beside {@link StaffOnly}: a resource that operators and employees reach, and readers do not;
 * {@link ListUploadGate} sees to it. For which municipality is the resource's to ask the account.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ListUploadersOnly {}
