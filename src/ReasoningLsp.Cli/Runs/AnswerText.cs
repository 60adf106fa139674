using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Terminal;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Runs.Figures;

namespace ReasoningLsp.Cli.Runs;

/// <summary>A table for a person, or for a program.</summary>
internal static class AnswerText
{
    private const int WidestCell = 60;

    /// <summary>As a program or a person wants it.</summary>
    public static void Write(Stream output, Answer answer, ReportFormat format)
    {
        if (format == ReportFormat.JsonLines)
        {
            WriteJson(output, answer);
            return;
        }

        using var text = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        Write(text, answer);
    }

    /// <summary>Columns side by side, numbers to the right.</summary>
    public static void Write(TextWriter output, Answer answer)
    {
        string[][] cells = [[.. answer.Columns], .. answer.Rows.Select(row => row.Select(Text).ToArray())];
        int[] widths = [.. Enumerable.Range(0, answer.Columns.Length).Select(column => cells.Max(row => DisplayWidth.Of(row[column])))];
        for (var row = 0; row < cells.Length; row++)
        {
            var line = string.Join("  ", cells[row].Select((cell, column) =>
                Padded(cell, widths[column], answer.Rows.Any(each => each[column] is long or double or decimal))));
            output.WriteLine(line.TrimEnd());
            if (row == 0)
                output.WriteLine(string.Join("  ", widths.Select(width => new string('-', width))));
        }
    }

    /// <summary>One object of JSON a row.</summary>
    public static void WriteJson(Stream output, Answer answer)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            SkipValidation = true,
        });
        foreach (var row in answer.Rows)
        {
            json.WriteStartObject();
            for (var column = 0; column < answer.Columns.Length; column++)
            {
                json.WritePropertyName(answer.Columns[column]);
                Write(json, row[column]);
            }

            json.WriteEndObject();
            json.Flush();
            json.Reset();
            output.Write("\n"u8);
        }
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case ImmutableArray<object?> list:
                json.WriteStartArray();
                foreach (var each in list)
                    Write(json, each);
                json.WriteEndArray();
                break;
            case ImmutableArray<KeyValuePair<string, object?>> fields:
                json.WriteStartObject();
                foreach (var (name, each) in fields)
                {
                    json.WritePropertyName(name);
                    Write(json, each);
                }

                json.WriteEndObject();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case string text:
                json.WriteStringValue(UnicodeText.WellFormed(text));
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static string Text(object? value) => value switch
    {
        null => string.Empty,
        ImmutableArray<object?> list => Text(string.Join(", ", list.Select(Text))),
        ImmutableArray<KeyValuePair<string, object?>> fields =>
            Text($"{{{string.Join(", ", fields.Select(field => $"{field.Key}: {Text(field.Value)}"))}}}"),
        string text => DisplayWidth.Clip(VisibleText.Of(text.ReplaceLineEndings(" ")), WidestCell),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Padded(string cell, int width, bool isNumber)
    {
        var blanks = new string(' ', Math.Max(0, width - DisplayWidth.Of(cell)));
        return isNumber ? blanks + cell : cell + blanks;
    }
}
