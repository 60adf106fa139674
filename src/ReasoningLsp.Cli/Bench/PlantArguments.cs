using System.Collections.Immutable;
using System.CommandLine;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Judging;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Runs.Planting;

namespace ReasoningLsp.Cli.Bench;

/// <summary>Options of <c>bench --plant</c>.</summary>
internal sealed class PlantArguments
{
    private const string Rising = "rising";
    private const string All = "all";

    private readonly Option<string> _level = new("--level")
    {
        Description = "How hard planted errors are to find: open (alone in their step), carried (what follows is calculated with them), "
            + "unwritten (carried, and their calculation is not shown), or rising (what is found is planted harder). Default: open.",
        HelpName = "level",
        DefaultValueFactory = _ => "open",
    };
    private readonly Option<string?> _author = new("--planter")
    {
        Description = "Have this model plant an error in each solution as well. builtin, an added model, or a GGUF file.",
        HelpName = "model",
    };

    private readonly Option<string?> _translator = new("--translator")
    {
        Description = "Have this model translate the solutions that are written in another language; what it writes with other numbers or "
            + "calculations is left out. builtin, an added model, or a GGUF file.",
        HelpName = "model",
    };
    private readonly Option<string?> _languages = new("--language")
    {
        Description = "The languages that solutions are written in beside English, as codes such as de,fr, or all. Default: one a "
            + "solution, in turn.",
        HelpName = "codes",
    };

    /// <summary>Adds the options.</summary>
    public void AddTo(Command command)
    {
        command.Add(_level);
        command.Add(_author);
        command.Add(_translator);
        command.Add(_languages);
    }

    /// <summary>The level, or null where it follows success.</summary>
    /// <exception cref="UsageException">There is no such level.</exception>
    public PlantLevel? Level(ParseResult result) => result.GetValue(_level) switch
    {
        Rising => null,
        var word when Enum.TryParse<PlantLevel>(word, ignoreCase: true, out var level) && !char.IsAsciiDigit(word![0]) => level,
        var word => throw new UsageException($"--level takes open, carried, unwritten or rising, not \"{word}\"."),
    };

    /// <summary>The languages that solutions are written in; none for one a solution.</summary>
    /// <exception cref="UsageException">There is no such language.</exception>
    public ImmutableArray<string> Languages(ParseResult result) => result.GetValue(_languages) switch
    {
        null => [],
        All => LanguageRewrite.Languages,
        var codes => [.. codes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal).Select(code => LanguageRewrite.Languages.Contains(code) ? code : throw new UsageException(
                $"--language takes {string.Join(", ", LanguageRewrite.Languages)} or all, not \"{code}\"."))],
    };

    /// <summary>The model that plants, or null.</summary>
    /// <exception cref="UsageException">There is no such model, or nothing is planted.</exception>
    public JudgeModel? Author(ProgramHost host, ParseResult result, bool isPlanting)
    {
        var given = Array.Find([_level, _author, _translator, _languages],
            (Option option) => result.GetResult(option) is { Implicit: false });
        if (!isPlanting && given is not null)
            throw new UsageException($"{given.Name} is of planted errors: add --plant KINDS.");
        return result.GetValue(_author) is { } author ? JudgeChoice.Named(author, host) : null;
    }

    /// <summary>The model that translates, or null.</summary>
    /// <exception cref="UsageException">There is no such model.</exception>
    public JudgeModel? Translator(ProgramHost host, ParseResult result) =>
        result.GetValue(_translator) is { } translator ? JudgeChoice.Named(translator, host) : null;
}
