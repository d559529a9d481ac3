package dk.borgermaaling.gateway.caseevent;

/** An event as bytes, to be kept and read again, by a later version of the gateway too. */
public interface CaseEventCodec {
  /** As {@link DeadLetters.Told#format()}. */
  String FORMAT = "case-event/1";

  byte[] write(CaseEvent event);

  /** What {@link #write} has written. */
  CaseEvent read(byte[] bytes);
}
