using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ReasoningLsp.Review.Tests.Rewriting;

/// <summary>Writes the numbers of a record as another language does, which the record then declares.</summary>
internal static partial class DecimalCommas
{
    /// <summary>The record with points for commas and commas for points; null where it holds no decimal or a comma between digits that
    /// parts no thousands.</summary>
    public static JsonObject? In(JsonObject record, string language)
    {
        if (record["steps"] is not JsonArray steps || steps.Any(step => step?.GetValueKind() != JsonValueKind.String))
            return null;
        var texts = steps.Select(step => step!.GetValue<string>()).ToList();
        var problem = record["problem"]?.ToString() ?? string.Empty;
        if (!texts.Exists(text => Decimal().IsMatch(text)) || texts.Append(problem).Any(text => OtherComma().IsMatch(text)))
            return null;
        var other = record.DeepClone().AsObject();
        other["language"] = language;
        other["problem"] = Swapped(problem);
        other["steps"] = new JsonArray([.. texts.Select(text => JsonValue.Create(Swapped(text)))]);
        if (record["answer"] is JsonValue answer && answer.GetValueKind() == JsonValueKind.String)
            other["answer"] = Swapped(answer.GetValue<string>());
        return other;
    }

    private static string Swapped(string text) => Number().Replace(text, match => string.Concat(match.Value.Select(unit => unit switch
    {
        '.' => ',',
        ',' => '.',
        _ => unit,
    })));

    [GeneratedRegex(@"[0-9]\.[0-9]")]
    private static partial Regex Decimal();

    [GeneratedRegex(@"[0-9],(?![0-9]{3}(?![0-9]))[0-9]|(?<![0-9])\.[0-9]|[0-9]\.[0-9]+\.[0-9]")]
    private static partial Regex OtherComma();

    [GeneratedRegex(@"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")]
    private static partial Regex Number();
}
