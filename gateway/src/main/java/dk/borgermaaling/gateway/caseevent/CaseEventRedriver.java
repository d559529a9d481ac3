package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.caseevent.DeadLetters.Told;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.List;

/** Drives an event that was kept as such. */
public final class CaseEventRedriver implements Redriver {
  private final CaseEventCodec codec;
  private final CaseEventIntake register;

  /**
   * @param register without {@link SettingAside}: the letter is there already
   */
  public CaseEventRedriver(CaseEventCodec codec, CaseEventIntake register) {
    this.codec = codec;
    this.register = register;
  }

  @Override
  public String format() {
    return CaseEventCodec.FORMAT;
  }

  @Override
  public EventReceipt drive(MunicipalityCode municipality, Told told) {
    CaseEvent event = codec.read(told.content());
    if (!event.municipality().equals(municipality)) {
      throw new IllegalStateException("a letter of one municipality has kept an event of another");
    }
    return register.register(List.of(event)).get(0);
  }
}
