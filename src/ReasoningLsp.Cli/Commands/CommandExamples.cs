namespace ReasoningLsp.Cli.Commands;

/// <summary>How each command is used in practice, for the end of its help.</summary>
internal static class CommandExamples
{
    private const string Review = """
        Examples:
          reasoning-lsp review homework.md                    one solution
          reasoning-lsp review solutions --format html -o report.html
          reasoning-lsp review 'data/**/*.trace.jsonl' --format jsonl > findings.jsonl
          reasoning-lsp review . --baseline known.json        report only new findings
          model | reasoning-lsp review - --stdin-format jsonl
          reasoning-lsp review homework.md --explain 3        what was read of step 3, and what was left
          reasoning-lsp review homework.md --fix=propagate    repair what can be repaired exactly

        Exit codes:
          0    nothing found at or above --fail-on
          1    a finding at or above --fail-on
          2    an input could not be read, or wrong usage; the rest was reviewed all the same
          130  interrupted

        """;

    private const string Bench = """
        Examples:
          reasoning-lsp bench data/processbench               how well labelled first errors are found
          reasoning-lsp bench data/gsm8k/test.jsonl --failures misses.jsonl
          reasoning-lsp bench data/gsm8k/test.jsonl --plant all --failures missed.jsonl
          reasoning-lsp bench hw3 --labels decisions          a run, by what people decided
          reasoning-lsp bench labelled --against other --by source --html compared.html
          reasoning-lsp bench labelled --calibrate            what scores and all signals together are worth

        """;

    private const string Root = """
        Examples:
          reasoning-lsp review homework.md                    review a solution
          reasoning-lsp rules RR101                           explain a rule

        """;

    private const string Correct = """
        Examples:
          reasoning-lsp correct homework.md --step 2          exact corrections, each with its proof
          reasoning-lsp correct homework.md --step 2 --writer builtin --candidates 8 --format jsonl

        """;

    private const string Refine = """
        Examples:
          reasoning-lsp refine homework.md                    show what would change
          reasoning-lsp refine homework.md --write --remember
          reasoning-lsp refine homework.md --best-of 4 --by checks --writer builtin

        """;

    private const string Checklist = """
        Examples:
          reasoning-lsp checklist list worked-solution        the items of a built-in list
          reasoning-lsp checklist generate homework.md --output .reasoning/checklists/homework.md
          reasoning-lsp checklist learn hw3 --judge builtin -o .reasoning/checklists/ours.md
          reasoning-lsp review homework.md --checklist worked-solution --judge builtin

        """;

    private const string Run = """
        Examples:
          reasoning-lsp review homework --run hw3             makes a run, or goes on with it
          reasoning-lsp run show hw3 --by language            figures for each value of a column
          reasoning-lsp run traces hw3 --where "errors > 0" --order "errors DESC"
          reasoning-lsp run query hw3 "SELECT id FROM traces WHERE errors = 0" --format jsonl
          reasoning-lsp run compare before after              what became of each solution
          reasoning-lsp run compare homework --git            the working copy and git's HEAD

        """;

    private const string Triage = """
        Examples:
          reasoning-lsp triage hw3 --budget 10                the ten solutions at which a look tells most
          reasoning-lsp triage hw3 --groups                   the same mistake in many solutions
          reasoning-lsp triage hw3 --group 1                  whom the first of these concerns
          reasoning-lsp triage hw3 --group 1 --accept         decided for all of them
          reasoning-lsp triage hw3 --group 2 --dismiss "read wrongly"

        """;

    private const string Export = """
        Examples:
          reasoning-lsp export labelled -o stepwise.jsonl     labels of steps for TRL
          reasoning-lsp export stepwise.jsonl --check         whether a trainer would take it
          reasoning-lsp export labelled --labels decisions --format prm800k -o prm800k.jsonl
          reasoning-lsp export labelled --monte-carlo mc.jsonl --soft --consensus scores -o soft.jsonl
          reasoning-lsp export labelled --format preference -o pairs.jsonl

        """;

    private const string Class = """
        Examples:
          reasoning-lsp class hw3 --output returned           a page for each student, and class.csv

        """;

    private const string Doctor = """
        Examples:
          reasoning-lsp doctor --judge builtin                what a judge falls for

        """;

    private const string Progress = """
        Examples:
          reasoning-lsp progress homework.md --writer builtin  whether a model still finds the answer after each step

        """;

    private const string Models = """
        Examples:
          reasoning-lsp models list                           what is ready to use, and what can be got
          reasoning-lsp models check model.gguf               what a file is, and which profiles fit it
          reasoning-lsp models import checkpoint --type q8_0 --add ours

        """;

    private const string Engine = """
        Examples:
          reasoning-lsp models engine                         which builds there are, which is used, and on what it computes
          reasoning-lsp models engine install cuda12          get one for an NVIDIA GPU
          REASONING_BACKEND=builtin reasoning-lsp review FILE --profile builtin

        """;

    /// <summary>The examples of a command, or of the one that it belongs to, else of the whole program.</summary>
    /// <param name="names">The command's name and those that it stands under, from within.</param>
    public static string Of(IEnumerable<string> names) => names.Select(Own).FirstOrDefault(examples => examples is not null) ?? Root;

    private static string? Own(string command) => command switch
    {
        "review" => Review,
        "bench" => Bench,
        "correct" => Correct,
        "refine" => Refine,
        "checklist" => Checklist,
        "run" => Run,
        "triage" => Triage,
        "export" => Export,
        "class" => Class,
        "doctor" => Doctor,
        "progress" => Progress,
        "models" => Models,
        "engine" => Engine,
        "rules" => string.Empty,
        _ => null,
    };
}
