using System.Collections.Immutable;
using ReasoningLsp.TestSupport;

namespace ReasoningLsp.Review.Tests.Relations;

/// <summary>
/// Reads <c>notation-cases.txt</c>: <c>#</c> names a notation, <c>language:</c> the language of its texts, <c>decides: true</c> or
/// <c>decides: none</c> what is left undecided,
/// <c>+</c> begins a true statement and <c>-</c> a false one. Plain text, so that LaTeX needs no escapes.
/// </summary>
internal static class NotationTable
{
    public static ImmutableArray<NotationCase> Cases { get; } =
        Read(Repository.Path("tests/ReasoningLsp.Review.Tests/Relations/notation-cases.txt"));

    private static ImmutableArray<NotationCase> Read(string path)
    {
        var cases = ImmutableArray.CreateBuilder<NotationCase>();
        var notation = string.Empty;
        string? language = null;
        var decides = Decides.Everything;
        foreach (var line in File.ReadAllLines(path))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                (notation, language, decides) = (line[2..], null, Decides.Everything);
            else if (line.StartsWith("language: ", StringComparison.Ordinal))
                language = line["language: ".Length..];
            else if (line.StartsWith("decides: ", StringComparison.Ordinal))
                decides = line == "decides: true" ? Decides.TrueOnly : Decides.Nothing;
            else if (line.StartsWith("+ ", StringComparison.Ordinal) || line.StartsWith("- ", StringComparison.Ordinal))
                cases.Add(new NotationCase(notation, language, line[2..], line[0] == '+', decides));
            else if (line.Length > 0)
                throw new InvalidDataException($"'{line}' is no case of a notation.");
        }

        return cases.ToImmutable();
    }
}
