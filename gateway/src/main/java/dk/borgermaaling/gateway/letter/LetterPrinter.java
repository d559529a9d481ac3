package dk.borgermaaling.gateway.letter;

/** Makes the letter that goes into the envelope. */
@FunctionalInterface
public interface LetterPrinter {
  /** The letter as PDF/A, name and address where the window of an envelope shows them. */
  byte[] print(LetterSheet sheet);
}
