package dk.borgermaaling.simulators.beskedfordeler;

/** The states of a digital message, as Serviceplatformen names them. */
public enum PostStatus {
  RECEIVED("Modtaget Digital Post", "eb866ca2-b871-4387-b501-12cde577bd58"),
  DELIVERED("Afleveret Digital Post", "f7161a89-5068-4023-bc80-d7f4daad2a2e"),
  FAILED("Fejlet", "e225a75c-4b63-46c4-9423-77f5c8762445");

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
