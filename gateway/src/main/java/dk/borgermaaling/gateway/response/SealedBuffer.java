package dk.borgermaaling.gateway.response;

import java.time.LocalDate;

/** Where sealed answers wait; the side that puts them in can never read them. */
public interface SealedBuffer {
  /**
   * Puts one in, in the open transaction of the gateway's role.
   *
   * @param receivedOn Danish civil date in business time
   */
  void add(byte[] sealed, LocalDate receivedOn);
}
