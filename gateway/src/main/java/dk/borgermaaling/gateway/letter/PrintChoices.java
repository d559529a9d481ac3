package dk.borgermaaling.gateway.letter;

import org.jspecify.annotations.Nullable;

/**
 * How the print supplier is asked to print, fold and post, in the words of the schema of remote
 * print (fjernprint, the enumerations of {@code urn:oio:fjernprint:1.0.0}).
 *
 * @param shipmentType what is agreed with the print supplier (ForsendelseTypeIdentifikator); absent
 *     where each municipality has its own
 */
public record PrintChoices(
    @Nullable Integer shipmentType,
    PostCategory category,
    Envelope envelope,
    boolean colour,
    boolean duplex) {
  public PrintChoices {
    if (shipmentType != null && shipmentType < 1) {
      throw new IllegalArgumentException("gateway.letter.shipment-type must be at least 1");
    }
  }

  /** The same with the municipality's own type. */
  public PrintChoices withShipmentType(int own) {
    return new PrintChoices(own, category, envelope, colour, duplex);
  }

  /** PostKategoriKode; what needs a signature or a serving is not for an invitation. */
  public enum PostCategory {
    PRIORITY("Prioritaire"),
    ECONOMY("Economique"),
    BULK("Bulk");

    private final String code;

    PostCategory(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /** KuvertTypeKode. */
  public enum Envelope {
    C4,
    C5
  }
}
