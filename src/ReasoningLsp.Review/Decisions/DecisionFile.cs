using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReasoningLsp.Review.Checklists;

namespace ReasoningLsp.Review.Decisions;

/// <summary>
/// <c>.reasoning/decisions.jsonl</c>: one decision a line, only ever appended, so that two branches merge line by line.
/// </summary>
public static class DecisionFile
{
    /// <summary>The folder and name, below the folder the decisions apply to.</summary>
    public static string RelativePath { get; } = Path.Combine(".reasoning", "decisions.jsonl");

    /// <summary>Full paths of the decisions that hold in <paramref name="folder"/>: its own and those of every folder above, the nearest
    /// first.</summary>
    public static IEnumerable<string> Around(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            var path = Path.Combine(at, RelativePath);
            if (Path.Exists(path))
                yield return path;
        }
    }

    /// <summary>The folder in which a decision on a file in <paramref name="folder"/> is written: where the nearest are kept already, else
    /// the one that is open.</summary>
    /// <param name="folder">Full path of the file's folder.</param>
    /// <param name="open">Full path of the folder that is worked in and holds the file, or null.</param>
    public static string HomeOf(string folder, string? open) =>
        Around(folder).FirstOrDefault() is { } nearest ? Path.GetDirectoryName(Path.GetDirectoryName(nearest))! : open ?? folder;

    /// <summary>The decisions in <paramref name="text"/>, and the lines that could not be read.</summary>
    public static (DecisionLog Log, ImmutableArray<DecisionProblem> Problems) Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var decisions = ImmutableArray.CreateBuilder<Decision>();
        var problems = ImmutableArray.CreateBuilder<DecisionProblem>();
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace())
                continue;
            try
            {
                decisions.Add(ParseLine(line.ToString()));
            }
            catch (FormatException error)
            {
                problems.Add(new(number, $"{error.Message} Mend or remove this line."));
            }
        }

        return (new DecisionLog(decisions), problems.ToImmutable());
    }

    /// <summary>The line, with its line end, that records <paramref name="decision"/>.</summary>
    public static string Format(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("decision"u8,
                decision.Kind switch
                {
                    DecisionKind.WrongFinding => "wrong-finding",
                    DecisionKind.ItemVerdict => "item-verdict",
                    _ =>
                    "accepted"
                });
            json.WriteString("rule"u8, decision.Rule);
            json.WriteString("step"u8, decision.Step);
            json.WriteString("reason"u8, decision.Reason);
            json.WriteString("when"u8, decision.When.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFzzz", CultureInfo.InvariantCulture));
            if (decision.Item is { } item)
                json.WriteString("item"u8, item);
            if (decision.Verdict is { } verdict)
                json.WriteString("verdict"u8, verdict);
            if (decision.Who is { } who)
                json.WriteString("who"u8, who);
            if (decision.File is { } file)
                json.WriteString("file"u8, file);
            if (decision.Statement is { } statement)
                json.WriteString("statement"u8, statement);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    /// <summary>Appends <paramref name="decision"/> to the file of <paramref name="folder"/>, which is made where it is missing.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Append(string folder, Decision decision)
    {
        var path = Path.Combine(folder, RelativePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var line = Format(decision);
        if (file.Length > 0)
        {
            // A last line without its line end (an editor, a merge) must not swallow the new one.
            file.Seek(-1, SeekOrigin.End);
            if (file.ReadByte() != '\n')
                line = "\n" + line;
        }

        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.UTF8.GetBytes(line));
    }

    private static Decision ParseLine(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 8 });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                throw new FormatException("A decision is a JSON object.");
            var kind = Text(root, "decision") switch
            {
                "wrong-finding" => DecisionKind.WrongFinding,
                "accepted" => DecisionKind.Accepted,
                "item-verdict" => DecisionKind.ItemVerdict,
                var other => throw new FormatException(
                    $"\"decision\" is \"wrong-finding\", \"accepted\" or \"item-verdict\", not \"{other}\"."),
            };
            if (!DateTimeOffset.TryParse(Text(root, "when"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var when))
                throw new FormatException("\"when\" is a date and time such as \"2026-01-31T12:00:00Z\".");
            return new Decision(kind, Text(root, "rule"), Text(root, "step"), Optional(root, "reason") ?? string.Empty, when,
                Optional(root, "who"))
            {
                Item = kind == DecisionKind.ItemVerdict ? Text(root, "item") : null,
                Verdict = kind == DecisionKind.ItemVerdict ? ItemVerdict(Text(root, "verdict")) : null,
                File = Optional(root, "file"),
                Statement = Optional(root, "statement"),
            };
        }
        catch (JsonException error)
        {
            throw new FormatException("This is not a JSON object.", error);
        }
    }

    private static string ItemVerdict(string verdict) => VerdictText.Parse(verdict) is not null
        ? verdict
        : throw new FormatException($"\"verdict\" is \"yes\", \"no\", \"n/a\" or \"unsure\", not \"{verdict}\".");

    private static string Text(JsonElement root, string name) =>
        Optional(root, name) ?? throw new FormatException($"\"{name}\" is missing or not a string.");

    private static string? Optional(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
