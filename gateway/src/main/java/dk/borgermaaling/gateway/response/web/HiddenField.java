package dk.borgermaaling.gateway.response.web;

/** A field that carries what was given on another page. */
public record HiddenField(String name, String value) {
  @Override
  public String toString() {
    return "HiddenField[" + name + "]";
  }
}
