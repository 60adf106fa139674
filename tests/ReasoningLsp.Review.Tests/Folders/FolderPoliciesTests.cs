using System.Collections.Immutable;
using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Review.Tests.Folders;

public sealed class FolderPoliciesTests
{
    [Fact]
    public void What_holds_in_a_folder_is_what_its_files_and_those_above_it_say_until_they_are_read_again()
    {
        using var folder = new TestFolder();
        folder.Write("inner/reasoning-review.json", """{ "rules": { "RR101": "off" } }""");
        var policies = new FolderPolicies(PolicyRequest.None, options => new Reviewer(options), new Told());
        Assert.NotNull(policies.For(folder.Path).Options.SeverityOf(RuleCatalog.FalseEquality));
        Assert.Null(policies.For(folder.At("inner")).Options.SeverityOf(RuleCatalog.FalseEquality));
        folder.Write("inner/reasoning-review.json", "{}");
        policies.Forget();
        Assert.NotNull(policies.For(folder.At("inner")).Options.SeverityOf(RuleCatalog.FalseEquality));
    }

    [Fact]
    public void A_file_that_has_no_meaning_is_told()
    {
        using var folder = new TestFolder();
        var file = folder.Write("inner/reasoning-review.json", """{ "rules": { "RR999": "off" } }""");
        var told = new Told();
        new FolderPolicies(PolicyRequest.None, options => new Reviewer(options), told).For(folder.At("inner"));
        Assert.Contains(told.Problems, problem => problem.ToString().Contains("RR999", StringComparison.Ordinal));
    }

    private sealed class Told : IPolicyProblems
    {
        public ImmutableArray<ConfigurationProblem> Problems { get; private set; } = [];

        public void Configurations(ImmutableArray<ConfigurationProblem> problems) => Problems = problems;

        public void File(string file, int line, string message)
        {
        }
    }
}
