using System.CommandLine;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Review.Corrections;

namespace ReasoningLsp.Cli.Correcting;

/// <summary>Options that have whole solutions written, and say by what the best is chosen.</summary>
internal sealed class BestOfArguments
{
    private readonly Option<int?> _count = new("--best-of")
    {
        Description = "Have the writer write so many whole solutions, 2 to 32, and choose the best: what an exact check refutes comes "
            + "last, and the existing solution wins ties.",
        HelpName = "count",
    };
    private readonly Option<BestOfMeasure?> _by =
        Choices.Optional<BestOfMeasure>("--by",
        [("checklist", BestOfMeasure.Checklist), ("score", BestOfMeasure.Score), ("checks", BestOfMeasure.Checks)],
        "What ranks the solutions of --best-of: the checklist's pass rate, the profile's aggregate score, or the share of steps that "
            + "exact checks find right. Default: the first of these that is named.");
    private readonly Option<int> _tokens = new("--max-tokens")
    {
        Description = "Most tokens of one solution of --best-of, 16 to 4096. Default: 256.",
        HelpName = "count",
        DefaultValueFactory = _ => 256,
    };
    private readonly Option<int> _budget = new("--budget")
    {
        Description = "Most tokens of all solutions of --best-of together. Default: 20000.",
        HelpName = "tokens",
        DefaultValueFactory = _ => 20_000,
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_count, _by, _tokens, _budget])
            command.Options.Add(option);
    }

    /// <summary>What was chosen, or null where no whole solutions were asked for.</summary>
    /// <exception cref="UsageException">It cannot be used.</exception>
    public BestOfOptions? Options(ParseResult result, BestOfSources sources)
    {
        var by = result.GetValue(_by);
        if (result.GetValue(_count) is not { } count)
            return by is null ? null : throw new UsageException("--by ranks whole solutions: add --best-of COUNT.");
        if (count is < BestOfOptions.Least or > BestOfOptions.Most)
            throw new UsageException($"--best-of is from {BestOfOptions.Least} to {BestOfOptions.Most}.");
        if (!sources.HasWriter)
            throw new UsageException("--best-of needs a model that writes: add --writer MODEL.");
        if (sources.Remember)
            throw new UsageException("--remember notes corrections; --best-of makes none.");
        var measure = by ?? (sources.HasChecklist ? BestOfMeasure.Checklist
            : sources.HasProfile ? BestOfMeasure.Score : BestOfMeasure.Checks);
        if (measure == BestOfMeasure.Checklist && !sources.HasChecklist)
            throw new UsageException("--by checklist needs a checklist: add --checklist NAME, or name one in the file's front matter.");
        if (measure == BestOfMeasure.Score && !sources.HasProfile)
            throw new UsageException("--by score needs a reward model: add --profile NAME.");
        var options = new BestOfOptions
        {
            Count = count,
            Measure = measure,
            MaximumTokens = result.GetValue(_tokens),
            Budget = result.GetValue(_budget),
        };
        if (options.MaximumTokens is < 16 or > 4096)
            throw new UsageException("--max-tokens is from 16 to 4096.");
        return options.Budget >= options.MaximumTokens ? options
            : throw new UsageException("--budget does not hold one solution of --max-tokens: raise it, or lower --max-tokens.");
    }
}
