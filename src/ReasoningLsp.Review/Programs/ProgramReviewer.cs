using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ReasoningLsp.Programs;

namespace ReasoningLsp.Review.Programs;

/// <summary>Runs the programs of a trace and compares what they print with what is stated. Thread-safe.</summary>
/// <param name="sandbox">Runs them.</param>
public sealed partial class ProgramReviewer(IProgramSandbox sandbox)
{
    private const int MostOfError = 120;

    private static readonly ProgramAnswer s_nothingStated = new(ProgramVerdict.Undecided, "no output stands beside it; not run");

    /// <summary>An answer for each program, in order.</summary>
    /// <exception cref="SandboxUnavailableException">Programs cannot be run here.</exception>
    public async Task<ImmutableArray<ProgramAnswer>> AnswersAsync(ImmutableArray<WrittenProgram> programs,
        CancellationToken cancellationToken)
    {
        var last = programs.Length - 1;
        while (last >= 0 && programs[last].Output is null)
            last--;
        if (last < 0)
            return [.. programs.Select(_ => s_nothingStated)];
        var sources = programs.Take(last + 1).Select(program => UnicodeText(program.Source)).ToImmutableArray();
        var run = await sandbox.RunAsync(sources, 0, cancellationToken).ConfigureAwait(false);
        var answers = programs.Select((program, at) => Answer(programs, at, run)).ToImmutableArray();
        if (!answers.Any(answer => answer.Verdict == ProgramVerdict.Differs))
            return answers;
        // Only what comes out whatever the clock and the dice show is certain.
        var again = await sandbox.RunAsync(sources, 1, cancellationToken).ConfigureAwait(false);
        return [.. answers.Select((answer, at) => answer.Verdict == ProgramVerdict.Differs && Answer(programs, at, again) != answer
            ? Undecided("depends on time or chance") : answer)];
    }

    private static ProgramAnswer Answer(ImmutableArray<WrittenProgram> programs, int at, SandboxRun run)
    {
        if (programs[at].Output is not { } stated)
            return s_nothingStated;
        if (at >= run.Programs.Length)
            return Undecided(at > run.Programs.Length ? "one before it was stopped; not run"
                : run.End == SandboxEnd.TimedOut ? "stopped, it takes too long" : "stopped, it takes more than is given to it");
        var (following, alone) = (run.Programs[at].Following, run.Programs[at].Alone);
        var shown = Shown(following).Concat(alone is null ? [] : Shown(alone)).Append(Before(run, at)).ToList();
        if (shown.Exists(each => OutputComparison.Compare(stated, each) == ProgramVerdict.Same))
            return new ProgramAnswer(ProgramVerdict.Same, "it prints what stands beside it");
        if (following.Error is { } error)
            return stated.Text.Contains(error.Kind, StringComparison.Ordinal)
                ? new ProgramAnswer(ProgramVerdict.Same, "it ends with the error that stands beside it") : Undecided(Reason(error));
        if (following.IsCut)
            return Undecided("it prints more than is compared");
        if (Outside().IsMatch(programs[at].Source))
            return Undecided("depends on time or chance");
        if (Main(following) is not { } printed)
            return Undecided("it prints nothing");
        return shown.TrueForAll(each => string.IsNullOrWhiteSpace(each) || OutputComparison.Compare(stated, each) == ProgramVerdict.Differs)
            ? new ProgramAnswer(ProgramVerdict.Differs, "it prints something else", printed)
            : Undecided("what it prints is not stated in its own form");
    }

    // As a script, as a cell of a notebook, and the value by itself.
    private static IEnumerable<string> Shown(ProgramOutput output) => output.Value is null || output.ValueText is null ? [output.Printed]
        : [output.Printed, $"{output.Printed}\n{output.Value}", $"{output.Printed}\n{output.ValueText}", output.Value, output.ValueText];

    private static string? Main(ProgramOutput output)
    {
        var main = string.IsNullOrWhiteSpace(output.Printed) ? output.Value : output.Value is null ? output.Printed
            : $"{output.Printed.TrimEnd()}\n{output.Value}";
        return string.IsNullOrWhiteSpace(main) ? null : main.Trim('\n', '\r', ' ');
    }

    // Some interpreters run all that was written so far, and show all of it again.
    private static string Before(SandboxRun run, int at) =>
        string.Concat(run.Programs.Take(at + 1).Select(each => Main(each.Following) is { } main ? $"{main}\n" : string.Empty));

    private static string Reason(ProgramError error) => error switch
    {
        { Module: { } module } => $"needs {Short(module)}, which is not here; not decided",
        { Kind: "NameError" } => $"needs what no program before it defines: {Short(error.Message)}",
        { Kind: "SyntaxError" or "IndentationError" or "TabError" } => "cannot be read as Python 3; not run",
        { Kind: "EOFError" } => "asks for input; not decided",
        { Message.Length: 0 } => $"ends with {Short(error.Kind)}",
        _ => $"ends with {Short(error.Kind)}: {Short(error.Message)}",
    };

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= MostOfError ? line : $"{line.AsSpan(0, MostOfError)}…";
    }

    private static ProgramAnswer Undecided(string reason) => new(ProgramVerdict.Undecided, reason);

    // Half a character is none.
    private static string UnicodeText(string source) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(source));

    // What may come out otherwise on another machine, with another version, at another time.
    [GeneratedRegex(@"\b(?:random|secrets|uuid\d?|timeit|perf_counter|datetime|today|platform|getsizeof|maxsize|ctypes|calcsize)\b"
        + @"|\bversion_info\b|\btime\s*\.|\bimport\s+time\b|\b(?:id|hash|input|vars|dir|globals|locals)\s*\(",
        RegexOptions.CultureInvariant)]
    private static partial Regex Outside();
}
