using System.Text.RegularExpressions;

namespace ReasoningLsp.Architecture.Tests;

/// <summary>What the generator of System.Text.Json adds to a context, as far as others name it: a property for each type that it
/// knows.</summary>
internal static partial class JsonContexts
{
    /// <summary>The other part of a context that is declared in <paramref name="source"/>, or null where none is.</summary>
    public static string? PartOf(string source)
    {
        if (Context().Match(source) is not { Success: true } context)
            return null;
        var types = Known().Matches(source).Select(match => match.Groups["type"].Value).Distinct(StringComparer.Ordinal);
        var properties = types.Select(
            type => $"public System.Text.Json.Serialization.Metadata.JsonTypeInfo<{type}> {NameOf(type)} => null!;");
        var name = context.Groups["name"].Value;
        return $$"""
            {{string.Join('\n', Using().Matches(source).Select(match => match.Value))}}
            namespace {{Namespace().Match(source).Groups["name"].Value}};
            partial class {{name}}
            {
                private {{name}}() : base(null) { }
                public static {{name}} Default => null!;
                protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
                public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(System.Type type) => null;
                {{string.Join('\n', properties)}}
            }
            """;
    }

    private static string NameOf(string type) => type switch
    {
        "string" => "String",
        "int" => "Int32",
        "long" => "Int64",
        "bool" => "Boolean",
        "double" => "Double",
        _ => Word().Replace(type, match => NameOf(match.Value))
            .Replace("[]", "Array", StringComparison.Ordinal).Replace("<", string.Empty, StringComparison.Ordinal)
            .Replace(">", string.Empty, StringComparison.Ordinal).Replace(", ", string.Empty, StringComparison.Ordinal),
    };

    [GeneratedRegex(@"partial class (?<name>\w+)[^;{]*: JsonSerializerContext", RegexOptions.CultureInvariant)]
    private static partial Regex Context();

    [GeneratedRegex(@"\[JsonSerializable\(typeof\((?<type>[^()]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Known();

    [GeneratedRegex(@"^using [^\n]*;", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Using();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\b(?:string|int|long|bool|double)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
