using System.Collections.Immutable;
using ReasoningLsp.TestSupport;

namespace ReasoningLsp.Review.Tests.Notation;

/// <summary>
/// Reads <c>notation-cases.txt</c>: <c>#</c> names a notation, <c>language:</c> the language of its texts,
/// <c>+</c> begins a true statement and <c>-</c> a false one. Plain text, so that LaTeX needs no escapes.
/// </summary>
internal static class NotationTable
{
    public static ImmutableArray<NotationCase> Cases { get; } = Read(Repository.Path("tests/ReasoningLsp.Review.Tests/Notation/notation-cases.txt"));

    private static ImmutableArray<NotationCase> Read(string path)
    {
        var cases = ImmutableArray.CreateBuilder<NotationCase>();
        var notation = string.Empty;
        string? language = null;
        foreach (var line in File.ReadAllLines(path))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                (notation, language) = (line[2..], null);
            else if (line.StartsWith("language: ", StringComparison.Ordinal))
                language = line["language: ".Length..];
            else if (line.StartsWith("+ ", StringComparison.Ordinal) || line.StartsWith("- ", StringComparison.Ordinal))
                cases.Add(new NotationCase(notation, language, line[2..], line[0] == '+'));
            else if (line.Length > 0)
                throw new InvalidDataException($"'{line}' is no case of a notation.");
        }

        return cases.ToImmutable();
    }
}
