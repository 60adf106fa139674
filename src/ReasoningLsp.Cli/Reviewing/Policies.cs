using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Terminal;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Running;

namespace ReasoningLsp.Cli.Reviewing;

/// <summary>What holds in which folder, for one run of a command.</summary>
/// <param name="host">What the program touches.</param>
/// <param name="request">What is asked for beside what the files say.</param>
/// <param name="exact">Makes what runs the exact checks.</param>
internal sealed class Policies(ProgramHost host, PolicyRequest request, Func<ReviewOptions, IExactReviewer> exact)
{
    private readonly PolicyProblems _problems = new(host);
    private FolderPolicies? _folders;

    /// <summary>As every command but <c>review</c> asks for them.</summary>
    public Policies(ProgramHost host) : this(host, PolicyRequest.None, options => new Reviewer(options))
    {
    }

    /// <summary>The policies.</summary>
    /// <exception cref="UsageException">The configuration that the user named cannot be read.</exception>
    public FolderPolicies Folders => _folders ??= Open();

    /// <summary>What was wrong with the files that say what holds, since the last time this was asked.</summary>
    public IEnumerable<Review.Reporting.InputProblem> TakeProblems() => _problems.Take();

    /// <summary>What holds in <paramref name="folder"/>; what is wrong with its files is told on standard error.</summary>
    public FolderPolicy For(string folder)
    {
        var policy = Folders.For(folder);
        foreach (var problem in TakeProblems())
            host.Error.WriteLine(ProblemText.Of(problem));
        return policy;
    }

    private FolderPolicies Open()
    {
        try
        {
            return new FolderPolicies(request, exact, _problems);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var file = request.Configuration!;
            throw new UsageException($"The configuration {host.Display(file)} cannot be read: {FileReason.Of(file, error)}");
        }
    }
}
