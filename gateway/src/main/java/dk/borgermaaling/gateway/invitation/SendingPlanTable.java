package dk.borgermaaling.gateway.invitation;

import dk.borgermaaling.gateway.invitation.PlanRules.StepRule;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.SamplingMode;
import dk.borgermaaling.gateway.survey.SurveyGroup;
import dk.borgermaaling.gateway.tables.Column;
import dk.borgermaaling.gateway.tables.Column.Option;
import dk.borgermaaling.gateway.tables.Row;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The table of plans that operators edit: its words, its columns and its rules. */
public final class SendingPlanTable {
  public static final String ID = "sending-plans";
  public static final String LABEL = "Udsendelsesplaner";
  public static final String ABOUT =
      "Hvornår og hvordan en borger får besked: ventetid efter hændelsen, tidsrum, kanaler, påmindelser"
          + " og lukning. * gælder alle. Den række, der nævner mest, vinder: kommunen før målgruppen før"
          + " målingen. Uden en række gælder installationens opsætning. Det, der er planlagt, ændrer sig"
          + " ikke.";
  static final String ALL = "*";

  private static final String CHANNEL = "digital post|brev|nemsms";
  private static final String REMINDER =
      "([0-9]{1,3})(?: ((?:%s)(?:>(?:%s))*))?(?: kl ([0-9]{1,2})-([0-9]{1,2}))?"
          .formatted(CHANNEL, CHANNEL);
  private static final Pattern ONE = Pattern.compile(REMINDER);
  private static final int MUNICIPALITY = 0;
  private static final int MODE = 2;
  private static final int WAIT = 3;
  private static final int WEEKDAYS = 4;
  private static final int OPENS = 5;
  private static final int CLOSES = 6;
  private static final int FIRST = 7;
  private static final int REMINDERS = 8;
  private static final int CLOSE_DAYS = 9;
  private static final int LONGEST = 365;
  private static final String HOUR = "[0-9]|1[0-9]|2[0-4]";

  private SendingPlanTable() {}

  /**
   * The columns.
   *
   * @param groups that can be chosen
   */
  public static List<Column> columns(List<SurveyGroup> groups) {
    return List.of(
        Column.key(
            "municipality",
            "Kommunekode",
            "[*]|0[0-9]{3}",
            "fire cifre, det første 0, eller * for alle kommuner"),
        Column.key(
            "surveyGroup",
            "Undersøgelsens målgruppe",
            Stream.concat(
                    Stream.of(new Option(ALL, "alle")),
                    groups.stream().map(group -> new Option(group.id(), group.name())))
                .toList()),
        Column.key(
            "mode",
            "Måling",
            List.of(
                new Option(ALL, "alle"),
                new Option(SamplingMode.CONTINUOUS.name(), "løbende"),
                new Option(SamplingMode.ROUND.name(), "målerunder"))),
        Column.value(
            "waitHours", "Timer efter hændelsen", "[0-9]{1,4}", "et helt tal fra 0 til 9999"),
        Column.value(
            "weekdays",
            "Ugedage",
            "(?=.)1?2?3?4?5?6?7?",
            "cifre i orden, 1 er mandag: 12345 er hverdage"),
        Column.value("opens", "Fra klokken", HOUR, "en hel time fra 0"),
        Column.value("closes", "Til klokken", HOUR, "en hel time til og med 24"),
        Column.value(
            "firstChannels",
            "Den første besked",
            Channels.choices().stream()
                .map(choice -> new Option(Channels.text(choice), Channels.shown(choice)))
                .toList()),
        new Column(
            "reminders",
            "Påmindelser",
            false,
            false,
            Pattern.compile(REMINDER + "(?:; ?" + REMINDER + ")*"),
            "dage efter den første besked, adskilt af semikolon, med kanaler og timer, hvor de er"
                + " andre end Digital Post og planens timer: 10; 17 nemsms; 21 digital post>brev kl"
                + " 9-12",
            List.of()),
        Column.value(
            "closeDays", "Lukker efter dage", "[1-9][0-9]{0,2}", "et helt tal fra 1 til 365"));
  }

  /** The rules that a row says; only of rows without problems. */
  static PlanRules rules(List<String> cells) {
    SendWindow window = window(cells);
    List<StepRule> steps = new ArrayList<>();
    steps.add(
        new StepRule(
            Step.FIRST,
            Period.ZERO,
            window,
            Channels.read(cells.get(FIRST)).orElse(List.of(Channel.DIGITAL_POST))));
    for (Reminder reminder : reminders(cells, window)) {
      steps.add(
          new StepRule(
              Step.reminder(steps.size()),
              Period.ofDays(reminder.day()),
              reminder.window(),
              reminder.channels()));
    }
    return new PlanRules(
        Duration.ofHours(Integer.parseInt(cells.get(WAIT))),
        steps,
        Period.ofDays(Integer.parseInt(cells.get(CLOSE_DAYS))));
  }

  /** What is wrong beyond cells, keys and periods; Danish sentences. */
  public static List<String> problemsOf(List<Row> rows, LetterUse letters) {
    List<String> problems = new ArrayList<>();
    for (Row row : rows) {
      String name = String.join(" ", row.cells().subList(0, MODE + 1));
      problemsOf(row, letters).forEach(problem -> problems.add(name + ": " + problem));
    }
    return problems;
  }

  private static List<String> problemsOf(Row row, LetterUse letters) {
    List<String> cells = row.cells();
    SendWindow window;
    List<Reminder> reminders;
    try {
      window = window(cells);
      reminders = reminders(cells, window);
    } catch (IllegalArgumentException e) {
      return List.of("Et tidsrum skal begynde, før det slutter, og slutte senest klokken 24.");
    }
    int closes = Integer.parseInt(cells.get(CLOSE_DAYS));
    List<String> problems = new ArrayList<>();
    if (closes > LONGEST) {
      problems.add("Planen skal lukke efter højst %d dage.".formatted(LONGEST));
    }
    if (reminders.size() > PlanRules.MOST_REMINDERS) {
      problems.add("Der kan højst være %d påmindelser.".formatted(PlanRules.MOST_REMINDERS));
      return problems;
    }
    int previous = 0;
    for (Reminder reminder : reminders) {
      if (reminder.day() <= previous) {
        problems.add(
            "Påmindelserne skal stå i orden, hver på sin egen dag efter den første besked.");
      }
      previous = reminder.day();
    }
    if (previous >= closes) {
      problems.add("Alle påmindelser skal ligge før den dag, planen lukker.");
    }
    List<Channel> first = Channels.read(cells.get(FIRST)).orElse(List.of());
    problems.addAll(Channels.problemsOf(Step.FIRST, first));
    problems.addAll(letterProblems(row, first, letters));
    reminders.forEach(
        reminder -> {
          problems.addAll(Channels.problemsOf(Step.reminder(1), reminder.channels()));
          problems.addAll(letterProblems(row, reminder.channels(), letters));
        });
    return problems.stream().distinct().toList();
  }

  private static List<String> letterProblems(Row row, List<Channel> channels, LetterUse letters) {
    if (!channels.contains(Channel.LETTER)) {
      return List.of();
    }
    String municipality = row.cells().get(MUNICIPALITY);
    if (municipality.equals(ALL)) {
      return channels.size() == 1
          ? List.of(
              "En plan for alle kommuner kan ikke have brev som eneste kanal: ikke alle kommuner har"
                  + " en aftale om breve.")
          : List.of();
    }
    return letters.agreed(new MunicipalityCode(municipality), row.period().from())
        ? List.of()
        : List.of("Kommunen har ingen aftale om breve den dag, rækken begynder.");
  }

  private static SendWindow window(List<String> cells) {
    return new SendWindow(
        SendWindow.days(cells.get(WEEKDAYS)),
        Integer.parseInt(cells.get(OPENS)),
        Integer.parseInt(cells.get(CLOSES)));
  }

  private static List<Reminder> reminders(List<String> cells, SendWindow window) {
    String text = cells.get(REMINDERS);
    return text.isEmpty()
        ? List.of()
        : Stream.of(text.split("; ?", -1)).map(one -> reminder(one, window)).toList();
  }

  private static Reminder reminder(String text, SendWindow window) {
    Matcher form = ONE.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("not a reminder: " + text);
    }
    String channels = form.group(2);
    return new Reminder(
        Integer.parseInt(form.group(1)),
        channels == null
            ? List.of(Channel.DIGITAL_POST)
            : Stream.of(channels.split(">", -1)).map(Channels::named).toList(),
        form.group(3) == null
            ? window
            : window.during(Integer.parseInt(form.group(3)), Integer.parseInt(form.group(4))));
  }

  private record Reminder(int day, List<Channel> channels, SendWindow window) {}
}
