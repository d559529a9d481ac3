package dk.borgermaaling.gateway.response.jpa;

import dk.borgermaaling.gateway.response.Answer;
import dk.borgermaaling.gateway.response.SealedRow;
import dk.borgermaaling.gateway.response.WaitingAnswers;
import java.util.List;

/** Passes everything on; a test overrides the step that it wants to break. */
class DelegatingWaitingAnswers implements WaitingAnswers {
  private final WaitingAnswers target;

  DelegatingWaitingAnswers(WaitingAnswers target) {
    this.target = target;
  }

  @Override
  public boolean takeTurn() {
    return target.takeTurn();
  }

  @Override
  public Waiting waiting() {
    return target.waiting();
  }

  @Override
  public List<SealedRow> read(int most) {
    return target.read(most);
  }

  @Override
  public void write(List<Answer> answers) {
    target.write(answers);
  }

  @Override
  public void setAside(List<SealedRow> rows) {
    target.setAside(rows);
  }

  @Override
  public void delete(List<SealedRow> rows) {
    target.delete(rows);
  }
}
