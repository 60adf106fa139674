using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Traces.Chunks;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ReasoningLsp.Traces.Yaml;

/// <summary>Reads front matter from the parser's events, so that an alias is never expanded and what stands before an error is
/// kept.</summary>
internal static class FrontMatterReader
{
    /// <summary>Where front matter at the start of <paramref name="text"/> ends, -1 if it never does; null where the text begins with
    /// none.</summary>
    public static (int Body, int BodyEnd, int End)? Find(string text)
    {
        var first = Lines.EndOfLine(text, 0, text.Length);
        var start = text.StartsWith('\uFEFF') ? 1 : 0;
        if (!text.AsSpan(start, first - start).TrimEnd().SequenceEqual("---"))
            return null;
        var body = Lines.AfterBreak(text, first);
        for (var at = body; at < text.Length;)
        {
            var end = Lines.EndOfLine(text, at, text.Length);
            if (text.AsSpan(at, end - at).TrimEnd() is "---" or "...")
                return (body, at, Lines.AfterBreak(text, end));
            at = Lines.AfterBreak(text, end);
        }

        return (body, -1, -1);
    }

    /// <summary>Reads the block; <paramref name="block"/> is the file's text up to the block's end.</summary>
    public static FrontMatter Read(string block)
    {
        var (body, bodyEnd, _) = Find(block) ?? default;
        var values = new Dictionary<string, List<Scalar>>(StringComparer.Ordinal);
        var errors = ImmutableArray.CreateBuilder<ReadError>();
        var yaml = block[body..Math.Max(body, bodyEnd)];
        try
        {
            if (IsHostile(yaml))
                throw new YamlException("lists and mappings are nested too deeply, or the block is too long.");
            ReadKeys(new Parser(new StringReader(yaml)), values);
        }
        catch (YamlException broken)
        {
            errors.Add(Broken(block, body, bodyEnd, broken));
        }
        catch (InvalidOperationException broken)
        {
            errors.Add(Broken(block, body, bodyEnd, new YamlException(broken.Message)));
        }

        var settings = new TraceSettings
        {
            Answer = values.TryGetValue("answer", out var answer) ? JoinOrNull(answer) : null,
            Hints = Texts(values, "hints"),
            Concepts = Texts(values, "concepts"),
            Checklist = Texts(values, "checklist"),
            Language = Texts(values, "language").FirstOrDefault(),
            Profile = Texts(values, "profile").FirstOrDefault(),
        };
        var problem = values.TryGetValue("problem", out var problems) && problems.Count > 0 && !IsNull(problems[0])
            ? ScalarPlace.Map(problems[0], block, body, Math.Max(body, bodyEnd))
            : null;
        var ours = values.Keys.Any(key => key is "problem" or "answer" or "checklist" or "profile");
        return new FrontMatter(settings, problem, errors.ToImmutable(), ours);
    }

    // The parser takes quadratic time on open brackets.
    private static bool IsHostile(string yaml)
    {
        const int Longest = 1 << 18, Deepest = 64;
        var depth = 0;
        foreach (var unit in yaml)
        {
            depth += unit switch { '[' or '{' => 1, ']' or '}' => -1, _ => 0 };
            if (depth > Deepest)
                return true;
        }

        return yaml.Length > Longest;
    }

    private static void ReadKeys(Parser parser, Dictionary<string, List<Scalar>> values)
    {
        var depth = 0;
        List<Scalar>? current = null;
        var expectsKey = false;
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case MappingStart or SequenceStart:
                    expectsKey = ++depth == 1;
                    break;
                case MappingEnd or SequenceEnd:
                    expectsKey = --depth == 1;
                    break;
                case Scalar key when depth == 1 && expectsKey:
                    values[key.Value] = current = [];
                    expectsKey = false;
                    break;
                case Scalar value when depth >= 1:
                    current?.Add(value);
                    expectsKey = depth == 1;
                    break;
                case AnchorAlias:
                    expectsKey = depth == 1;
                    break;
            }
        }
    }

    private static ImmutableArray<string> Texts(Dictionary<string, List<Scalar>> values, string key) =>
        values.TryGetValue(key, out var list) ? [.. list.Where(item => !IsNull(item)).Select(item => item.Value)] : [];

    private static string? JoinOrNull(List<Scalar> answer) =>
        answer.Where(item => !IsNull(item)).Select(item => item.Value).ToArray() is { Length: > 0 } texts ? string.Join(", ", texts) : null;

    private static bool IsNull(Scalar scalar) => scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null";

    private static ReadError Broken(string block, int body, int bodyEnd, YamlException broken)
    {
        var place = Math.Clamp(body + (int)Math.Min(broken.Start.Index, int.MaxValue / 2), body, Math.Max(body, bodyEnd));
        var end = Lines.EndOfLine(block, place, block.Length);
        var line = LineIndex.Of(block).ToPosition(place).Line + 1;
        var message = string.Create(CultureInfo.InvariantCulture,
            $"The front matter cannot be read from line {line} on: {Shorten(broken.Message)} Quote values that hold a colon, a # or a "
                + $"backslash, and indent lists evenly.");
        return new ReadError("broken-front-matter", message, TextSpan.FromBounds(place, end));
    }

    private static string Shorten(string message)
    {
        var text = message.ReplaceLineEndings(" ").Trim();
        return (text.Length > 160 ? text[..160] + "…" : text.TrimEnd('.')) + ".";
    }
}
