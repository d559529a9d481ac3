package dk.borgermaaling.gateway.tables;

/** Wants to know that a table was changed. Every bean of this type is told. */
public interface MappingChanged {
  /**
   * In the transaction that changes the table: what is enqueued here is committed with it, and what
   * is thrown here undoes it. Other nodes read the table again within their own pause only ({@code
   * gateway.survey.refresh-interval}).
   */
  default void changing(String table) {}

  /**
   * After it is committed, on the node that did it and on no other; not called when that node dies
   * in between. What is thrown here is logged and undoes nothing.
   */
  default void changed(String table) {}
}
