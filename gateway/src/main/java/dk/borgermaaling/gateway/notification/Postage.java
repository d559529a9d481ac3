package dk.borgermaaling.gateway.notification;

/**
 * The price of a message that costs money. Both calls join the open transaction; what has been paid
 * for is not paid for again, however often its call is made.
 */
public interface Postage {
  /** Of a message that costs nothing. */
  Postage FREE =
      new Postage() {
        @Override
        public boolean pay() {
          return true;
        }

        @Override
        public void giveBack() {
          // nothing was paid
        }
      };

  /** False when the money is spent: the call must not be made. */
  boolean pay();

  /** For a message that was certainly not taken, and whose call is not made again. */
  void giveBack();
}
