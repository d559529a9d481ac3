package dk.borgermaaling.simulators.beskedfordeler;

/** The states of a message and of a letter, as Serviceplatformen names them. */
public enum PostStatus {
  RECEIVED("Modtaget Digital Post", "eb866ca2-b871-4387-b501-12cde577bd58"),
  DELIVERED("Afleveret Digital Post", "f7161a89-5068-4023-bc80-d7f4daad2a2e"),
  FAILED("Fejlet", "e225a75c-4b63-46c4-9423-77f5c8762445"),
  SENT_TO_PRINT("Afsendt", "db5a6025-caa3-45c3-8e02-4e6fa8142ade"),
  PRINT_RECEIVED("Modtaget Fjern-print", "dd98e71c-41ac-4305-a47b-8f86b00e639b"),
  PRINT_READY("Klar", "e2b30d57-504a-4e2e-ae2d-a1394a9cb0b8"),
  PRINTED("Afleveret til print og kuvertering", "e3c0a021-2070-40d4-b7b7-754aeba762e9"),
  POSTED("Modtaget Post Danmark", "e94a0a8b-60a0-42ad-8b83-52c9e15d0fb3");

  private final String code;
  private final String handling;

  PostStatus(String code, String handling) {
    this.code = code;
    this.handling = handling;
  }

  /** {@code TransaktionsStatusKode}. */
  String code() {
    return code;
  }

  /** UUID in {@code ObjektHandling}. */
  String handling() {
    return handling;
  }
}
