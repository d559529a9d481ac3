package dk.borgermaaling.gateway.edge.httpsig;

import java.util.List;
import java.util.stream.Collectors;

/** What stands under a key of a dictionary (RFC 9651, section 3.2), with its parameters. */
sealed interface Member {
  Parameters parameters();

  String serialized();

  /** One value. */
  record Item(BareItem value, Parameters parameters) implements Member {
    static Item text(String value) {
      return new Item(new BareItem.Text(value), Parameters.NONE);
    }

    Item with(String name, BareItem parameter) {
      return new Item(value, parameters.with(name, parameter));
    }

    @Override
    public String serialized() {
      return value.serialized() + parameters.serialized();
    }
  }

  /** Values in brackets. */
  record InnerList(List<Item> items, Parameters parameters) implements Member {
    public InnerList {
      items = List.copyOf(items);
    }

    @Override
    public String serialized() {
      return items.stream().map(Item::serialized).collect(Collectors.joining(" ", "(", ")"))
          + parameters.serialized();
    }
  }
}
