using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReasoningLsp.Review.Checklists;

namespace ReasoningLsp.Review.Decisions;

/// <summary>One decision as a line of JSON.</summary>
internal static class DecisionLine
{
    private static readonly (string Word, DecisionKind Kind)[] s_kinds =
    [
        ("wrong-finding", DecisionKind.WrongFinding), ("accepted", DecisionKind.Accepted), ("asked", DecisionKind.Asked),
        ("item-verdict", DecisionKind.ItemVerdict), ("mark", DecisionKind.Mark), ("note", DecisionKind.Note),
        ("undone", DecisionKind.Undone),
    ];

    /// <summary>The line, without a line end.</summary>
    public static string Format(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("decision"u8, WordOf(decision.Kind));
            if (decision.Undoes is { } undoes)
                json.WriteString("undoes"u8, undoes == DecisionKind.Accepted ? "finding" : WordOf(undoes));
            if (decision.Rule.Length > 0)
                json.WriteString("rule"u8, decision.Rule);
            json.WriteString("step"u8, decision.Step);
            json.WriteString(decision.Kind == DecisionKind.Note ? "text"u8 : "reason"u8, decision.Reason);
            json.WriteString("when"u8, decision.When.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFzzz", CultureInfo.InvariantCulture));
            Write(json, "item"u8, decision.Item);
            Write(json, "verdict"u8, decision.Verdict);
            Write(json, "mark"u8, decision.Mark);
            Write(json, "id"u8, decision.Id);
            Write(json, "solution"u8, decision.Solution);
            Write(json, "trace"u8, decision.Trace);
            Write(json, "at"u8, decision.At);
            Write(json, "whom"u8, decision.Whom);
            Write(json, "who"u8, decision.Who);
            Write(json, "file"u8, decision.File);
            Write(json, "statement"u8, decision.Statement);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>The decision that a line holds.</summary>
    /// <exception cref="FormatException">It holds none; the message says why.</exception>
    public static Decision Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 8 });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                throw new FormatException("A decision is a JSON object.");
            return Parse(root, KindOf("decision", Text(root, "decision")));
        }
        catch (JsonException error)
        {
            throw new FormatException("This is not a JSON object.", error);
        }
    }

    private static Decision Parse(JsonElement root, DecisionKind kind)
    {
        var undoes = kind != DecisionKind.Undone ? (DecisionKind?)null
            : Text(root, "undoes") is "finding" ? DecisionKind.Accepted : KindOf("undoes", Text(root, "undoes"));
        var of = undoes ?? kind;
        if (!DateTimeOffset.TryParse(Text(root, "when"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var when))
            throw new FormatException("\"when\" is a date and time such as \"2026-01-31T12:00:00Z\".");
        // A step may be asked about without a finding; marks and notes speak of none.
        var rule = kind is DecisionKind.WrongFinding or DecisionKind.Accepted or DecisionKind.ItemVerdict ? Text(root, "rule")
            : Optional(root, "rule") ?? string.Empty;
        return new Decision(kind, rule, Text(root, "step"),
            (kind == DecisionKind.Note ? Text(root, "text") : Optional(root, "reason")) ?? string.Empty, when, Optional(root, "who"))
        {
            Undoes = undoes,
            Item = of == DecisionKind.ItemVerdict ? Text(root, "item") : null,
            Verdict = kind == DecisionKind.ItemVerdict ? ItemVerdict(Text(root, "verdict")) : null,
            Mark = kind == DecisionKind.Mark ? Mark(root) : null,
            Id = of == DecisionKind.Note ? Text(root, "id") : null,
            Solution = Optional(root, "solution"),
            Trace = Optional(root, "trace"),
            At = Number(root, "at"),
            Whom = Optional(root, "whom"),
            File = Optional(root, "file"),
            Statement = Optional(root, "statement"),
        };
    }

    private static string WordOf(DecisionKind kind) => s_kinds.First(pair => pair.Kind == kind).Word;

    private static DecisionKind KindOf(string name, string word)
    {
        var found = s_kinds.Where(pair => pair.Word == word).ToList();
        return found.Count > 0 ? found[0].Kind : throw new FormatException(
            $"\"{name}\" is {string.Join(", ", s_kinds.Select(pair => $"\"{pair.Word}\""))}, not \"{word}\".");
    }

    private static int Mark(JsonElement root) => Number(root, "mark") is { } mark and >= 0 and <= Decision.BestMark ? mark
        : throw new FormatException("\"mark\" is a whole number from 0 to 4.");

    private static string ItemVerdict(string verdict) => VerdictText.Parse(verdict) is not null
        ? verdict
        : throw new FormatException($"\"verdict\" is \"yes\", \"no\", \"n/a\" or \"unsure\", not \"{verdict}\".");

    private static string Text(JsonElement root, string name) =>
        Optional(root, name) ?? throw new FormatException($"\"{name}\" is missing or not a string.");

    private static string? Optional(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number : null;

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, int? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
    }
}
