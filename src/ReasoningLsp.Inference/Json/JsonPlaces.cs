using System.Globalization;
using System.Text.Json;

namespace ReasoningLsp.Inference.Json;

/// <summary>Where a value of a JSON file stands.</summary>
internal static class JsonPlaces
{
    /// <summary>Line and column of the value at a path such as <c>/reading/head/0</c>, from 1, as <c>14:7</c>.</summary>
    public static string Of(ReadOnlySpan<byte> utf8, string path)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
        });
        reader.Read();
        foreach (var name in path.Split('/').Skip(1))
        {
            if (!Enter(ref reader, name))
                break;
        }

        var before = utf8[..(int)reader.TokenStartIndex];
        var line = before.Count((byte)'\n') + 1;
        var column = before.Length - (before.LastIndexOf((byte)'\n') + 1) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{line}:{column}");
    }

    private static bool Enter(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isIt = reader.ValueTextEquals(name);
                reader.Read();
                if (isIt)
                    return true;
                reader.Skip();
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (var left = int.Parse(name, CultureInfo.InvariantCulture); reader.Read() && left >= 0; left--)
            {
                if (left == 0)
                    return true;
                reader.Skip();
            }
        }

        return false;
    }
}
