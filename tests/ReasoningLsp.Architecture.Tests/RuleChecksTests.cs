using System.Reflection;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.TestSupport;

namespace ReasoningLsp.Architecture.Tests;

/// <summary>A rule is found in one guess: the class of its name in Review/Checks, and nothing else lies there.</summary>
public sealed class RuleChecksTests
{
    private const string Suffix = "Check";

    public static TheoryData<string> Members => [.. Properties.Select(property => property.Name)];

    private static IEnumerable<PropertyInfo> Properties =>
        typeof(RuleCatalog).GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(property => property.PropertyType == typeof(Rule));

    private static Dictionary<string, Type> Checks => typeof(RuleCatalog).Assembly.GetTypes()
        .Where(type => type is { Namespace: "ReasoningLsp.Review.Checks", IsNested: false })
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    [Theory, MemberData(nameof(Members))]
    public void A_rule_has_the_class_of_its_name(string member)
    {
        var rule = (Rule)Properties.Single(property => property.Name == member).GetValue(null)!;
        Assert.True(Checks.TryGetValue(member + Suffix, out var type), $"There is no class {member}{Suffix} for {rule.Id}.");
        var property = type.GetProperty("Rule", BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance)!;
        Assert.Same(rule, property.GetValue(property.GetMethod!.IsStatic ? null : Activator.CreateInstance(type, nonPublic: true)));
        var file = Repository.Path($"src/ReasoningLsp.Review/Checks/{type.Name}.cs");
        Assert.Contains($"/// <summary>{rule.Id}: ", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Among_the_checks_lies_nothing_but_a_class_for_each_rule() =>
        Assert.Equal(
            RuleCatalog.All.Select(rule => rule.Id).Order(),
            Checks.Keys.Select(name => Properties.Single(property => property.Name + Suffix == name).GetValue(null))
                .Select(rule => ((Rule)rule!).Id).Order());
}
